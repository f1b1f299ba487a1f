revision { id = "c5", parent = "a1", message = "c5" }

function upgrade()
	drop_column("changed", "n")
end
