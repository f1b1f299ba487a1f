revision { id = "a3", parent = "a2", message = "by hand", created = "2026-11-29T20:15:00Z" }

function upgrade()
	drop_enum_value("mood", "glad")
end
