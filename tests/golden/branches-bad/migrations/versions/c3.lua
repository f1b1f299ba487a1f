revision { id = "c3", parent = "a1", message = "c3" }

function upgrade()
	alter_column("types", "n", { type = "text" })
end
