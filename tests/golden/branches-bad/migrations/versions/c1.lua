revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	add_column("same", column("x", "integer"))
end
