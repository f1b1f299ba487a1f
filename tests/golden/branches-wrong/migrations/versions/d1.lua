revision { id = "d1", parent = "b1", message = "d1" }

function upgrade()
	create_index("users", { "x" })
	add_column("made", column("x", "text"))
end
