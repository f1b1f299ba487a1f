revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	add_column("t", column("other", "kind"))
end
