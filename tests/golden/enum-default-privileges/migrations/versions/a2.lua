revision { id = "a2", parent = "a1", message = "made anew, with what each of them had", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("before", "z")
	add_enum_value("after", "z")
	add_enum_value("taken", "z")
	add_enum_value("label", "z")
end
