revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:12:00Z" }

function upgrade()
	execute "DROP COLLATION app.bytes CASCADE"
	execute "DROP COLLATION nocase, app.posix CASCADE"
	execute "DROP COLLATION IF EXISTS nobody"
end
