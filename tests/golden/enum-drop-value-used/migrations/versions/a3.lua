revision { id = "a3", parent = "a2", message = "only the type whose label is used is made anew", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_column("t", "c", { default = null })
	drop_enum_value("mood", "unused")
	drop_enum_value("color", "red")
end
