revision { id = "a4", parent = "a3", message = "types and defaults", created = "2026-11-22T15:10:00Z" }
function upgrade()
	execute [[ALTER TABLE t ALTER a SET DEFAULT NULL]]
	execute [[ALTER TABLE t ALTER c TYPE e]]
	execute [[ALTER TABLE t ALTER f SET DEFAULT NULL]]
	execute [[ALTER TABLE t ALTER g TYPE d, ALTER g DROP DEFAULT]]
	execute [[ALTER TABLE t ALTER h TYPE integer]]
	execute [[ALTER TABLE t ALTER i TYPE e]]
end
