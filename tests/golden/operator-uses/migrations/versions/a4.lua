revision { id = "a4", parent = "a3", message = "and the class, and the collation", created = "2026-11-30T01:03:00Z" }

function upgrade()
	execute "DROP OPERATOR FAMILY ints USING btree CASCADE"
	execute [[DROP COLLATION "by bytes" CASCADE]]
end
