revision { id = "a2", parent = "a1", message = "no robots", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_enum_value("role", "robot")
end
