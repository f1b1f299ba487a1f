revision { id = "a4", parent = "a3", message = "all of it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP TABLE t"
end
