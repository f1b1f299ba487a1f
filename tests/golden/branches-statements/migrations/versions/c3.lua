revision { id = "c3", parent = "a1", message = "c3" }

function upgrade()
	add_column("u", column("n", "integer"))
end
