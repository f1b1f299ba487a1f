revision { id = "a2", parent = "a1", message = "on what there is", created = "2026-11-29T19:55:00Z" }

function upgrade()
	execute "ALTER TABLE t SET WITHOUT OIDS"
	execute "ALTER TABLE t SET WITHOUT OIDS, ADD b integer"
	execute "ALTER TABLE t SET WITHOUT CLUSTER"
end
