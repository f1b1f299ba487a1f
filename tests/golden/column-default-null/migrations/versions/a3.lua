revision { id = "a3", parent = "a2", message = "types and defaults", created = "2026-11-22T15:10:00Z" }
function upgrade()
	execute [[ALTER TABLE t ALTER a TYPE e, ALTER a SET DEFAULT NULL]]
	execute [[ALTER TABLE t ALTER c TYPE d, ALTER c SET DEFAULT NULL]]
	execute [[ALTER TABLE t ALTER f TYPE d]]
end
