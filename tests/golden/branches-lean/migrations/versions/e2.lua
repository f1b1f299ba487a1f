revision { id = "e2", parent = "e1", message = "e2" }

function upgrade()
	add_column("later", column("n", "integer"))
end
