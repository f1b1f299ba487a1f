revision { id = "a2", parent = "a1", message = "One more" }

function upgrade()
	add_enum_value("mood", "glad")
end
