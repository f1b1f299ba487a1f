revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	create_table("x", { column("other", "text") })
end
