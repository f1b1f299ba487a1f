revision { id = "e2", parent = "e1", message = "e2" }

function upgrade()
	drop_column("kept", "of_e")
end
