revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	add_column("user", column("x", "text"))
	add_column("users", column("x", "text"))
	execute "UPDATE users SET y = 1"
end
