revision { id = "a4", parent = "a3", message = "a key once more", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_primary_key("things", { "size" })
	drop_constraint("things", "things_pkey")
	alter_column("things", "size", { not_null = false })
	create_primary_key("things", { "size" }, { only = true })
end
