revision { id = "f2", parent = "f1", message = "f2" }

function upgrade()
	drop_column("kinds", "l")
end
