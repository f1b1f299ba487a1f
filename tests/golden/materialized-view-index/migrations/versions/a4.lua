revision { id = "a4", parent = "a3", message = "they go, and come back with all they had", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("users", "name", { cascade = true })
end
