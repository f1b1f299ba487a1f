revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	create_table("own", { column("n", "integer") })
	add_column("t", column("of_c", "text"))
end
