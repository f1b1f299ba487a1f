revision { id = "a6", parent = "a5", message = "all goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("logs", "n")
	drop_table "users"
	drop_table "logs"
end
