revision { id = "o2", parent = "o1", message = "o2" }

function upgrade()
	add_column("countries", column("name", "text"))
end
