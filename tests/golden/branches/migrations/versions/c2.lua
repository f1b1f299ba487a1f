revision { id = "c2", parent = "a1", message = "c2", labels = "kinds" }

function upgrade()
	create_enum("kind", { "a", "b" })
	add_column("notes", column("kind", "kind"))
end
