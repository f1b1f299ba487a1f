revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	drop_enum_value("kind", "b")
end
