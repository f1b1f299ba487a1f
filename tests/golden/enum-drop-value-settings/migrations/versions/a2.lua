revision { id = "a2", parent = "a1", message = "a label, which the way down takes again", created = "2026-11-30T21:40:00Z" }

function upgrade()
	add_enum_value("mood", "glad")
end
