revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	add_column("users", column("born", "date"))
	add_column("notes", column("of", "bigint", { references = "users" }))
end
