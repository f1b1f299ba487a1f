revision { id = "a3", parent = "a2", message = "bosses", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_enum_value("role", "admin", "boss")
	drop_enum_value("role", "clinician")
end
