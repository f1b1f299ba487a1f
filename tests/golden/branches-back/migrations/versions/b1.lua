revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	add_enum_value("kind", "z")
end
