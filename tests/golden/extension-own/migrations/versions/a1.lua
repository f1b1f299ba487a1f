revision { id = "a1", message = "what every database has", created = "2026-11-30T01:52:00Z" }

function upgrade()
	comment_on("extension plpgsql", "ours")
	execute [[
		CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
		CREATE VIEW ones AS SELECT one() AS one;
	]]
end
