revision { id = "a2", parent = "a1", message = "a step outside of a transaction commits what is before it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "great")
	create_index("t", { "id" }, { name = "great", where = "m = 'great'", concurrently = true })
	alter_column("t", "m", { default = "great" })
end
