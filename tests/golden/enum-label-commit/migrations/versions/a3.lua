revision { id = "a3", parent = "a2", message = "in SQL too", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "better")
	execute [[CREATE INDEX CONCURRENTLY better ON t (id) WHERE m = 'better']]
	execute [[ALTER TABLE t ALTER m SET DEFAULT 'better']]
end
