revision { id = "c2", parent = "c1", message = "c2" }

function upgrade()
	add_column("own", column("k", "kind"))
end
