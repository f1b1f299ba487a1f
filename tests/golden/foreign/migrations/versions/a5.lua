revision { id = "a5", parent = "a4", message = "one statement does it all", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER FOREIGN DATA WRAPPER near OPTIONS (DROP x, ADD x '2', SET x '3', ADD y '4', DROP y)"
end
