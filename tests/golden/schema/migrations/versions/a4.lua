revision { id = "a4", parent = "a3", message = "a table with its options", created = "2026-11-30T10:00:00Z" }

function upgrade()
	create_schema("attic")
	create_table("things", { column("id", "integer", { primary_key = true }) })
	create_table("kept", { column("id", "integer", { not_null = true }) })
end
