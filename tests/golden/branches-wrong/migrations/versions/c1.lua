revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	add_column("users", column("z", "text"))
	create_table("made", { column("id", "bigint") })
end
