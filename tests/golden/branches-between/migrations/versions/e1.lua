revision { id = "e1", parent = "a1", message = "e1" }

function upgrade()
	add_column("kept", column("of_e", "text"))
end
