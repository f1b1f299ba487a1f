revision { id = "a2", parent = "a1", message = "the SQL that undoes is checked too", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_column("t", "m", { default = "ok" })
	drop_enum_value("mood", "sad")
	execute([[UPDATE t SET m = 'ok']], { down = "ALTER TABLE nosuch ADD x int" })
	execute([[SELECT 1]], { down = "ALTER TABLE t ALTER m SET DEFAULT 'oky'; ALTER TABLE t DROP id, DROP ix" })
	execute([[SELECT 2]], { down = "ALTER TABLE t ALTER m SET DEFAULT 'ok'" })
end
