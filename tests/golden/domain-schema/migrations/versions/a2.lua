revision { id = "a2", parent = "a1", message = "a schema with domains", created = "2026-11-22T15:10:00Z" }
function upgrade()
	execute [[DROP VIEW v]]
	execute [[ALTER SCHEMA app RENAME TO app2]]
	execute [[ALTER DOMAIN app2.d ADD CONSTRAINT "Odd name" CHECK (VALUE <> 7) NOT VALID]]
end
