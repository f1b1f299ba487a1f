revision { id = "b1", parent = "a1", message = "b1", labels = { "mail", "letters" } }

function upgrade()
	add_column("users", column("email", "text", { unique = true }))
end
