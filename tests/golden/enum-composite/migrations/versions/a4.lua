revision { id = "a4", parent = "a3", message = "A table holds it" }

function upgrade()
	add_enum_value("mood", "merry")
end
