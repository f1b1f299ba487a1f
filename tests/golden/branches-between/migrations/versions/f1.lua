revision { id = "f1", parent = "a1", message = "f1" }

function upgrade()
	add_column("kinds", column("l", "kind"))
end
