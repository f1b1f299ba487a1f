revision { id = "a3", parent = "a2", message = "a schema with domains", created = "2026-11-22T15:10:00Z" }
function upgrade()
	execute [[DROP SCHEMA app2 CASCADE]]
end
