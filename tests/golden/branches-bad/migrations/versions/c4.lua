revision { id = "c4", parent = "a1", message = "c4" }

function upgrade()
	create_table("both", { column("other", "text") })
end
