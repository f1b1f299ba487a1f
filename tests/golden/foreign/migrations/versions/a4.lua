revision { id = "a4", parent = "a3", message = "one that is altered", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE FOREIGN DATA WRAPPER near OPTIONS (x '1')"
end
