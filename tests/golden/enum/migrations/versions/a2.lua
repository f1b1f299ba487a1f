revision { id = "a2", parent = "a1", message = "values", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "great")
	add_enum_value("mood", "first", { before = "sad" })
	add_enum_value("mood", "second", { after = "first", if_not_exists = true })
	add_enum_value("mood", "sad", { if_not_exists = true, before = "nothing" })
	rename_enum_value("mood", "sad", "sadder")
	add_enum_value("Odd name", "x")
end
