revision { id = "a2", parent = "a1", message = "languages", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE FUNCTION p() RETURNS integer LANGUAGE plpgsq AS 'begin end'"
end
