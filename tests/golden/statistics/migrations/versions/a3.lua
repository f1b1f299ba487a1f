revision { id = "a3", parent = "a2", message = "a column goes, and its statistics with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("people", "mail")
	execute "CREATE STATISTICS idc ON id, c FROM people"
	alter_column("people", "id", { type = "numeric" })
end
