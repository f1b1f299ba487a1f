revision { id = "a3", parent = "a2", message = "all of a schema", created = "2026-11-22T15:12:00Z" }

function upgrade()
	execute "DROP SCHEMA app CASCADE"
end
