revision { id = "c2", parent = "a1", message = "c2" }

function upgrade()
	rename_enum_value("kind", "a", "z")
end
