revision { id = "a6", parent = "a5", message = "Drop a column" }

function upgrade()
	drop_column("t", "n")
end
