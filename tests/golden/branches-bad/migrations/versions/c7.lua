revision { id = "c7", parent = "a1", message = "c7" }

function upgrade()
	add_enum_value("kind", "c")
end
