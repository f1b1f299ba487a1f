revision { id = "a2", parent = "a1", message = "refused", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "great")
	alter_column("t", "mood", { default = "great" })
	add_column("t", column("other", "mood", { default = "great" }))
	bulk_insert("t", { { id = 1, mood = "great" }, { id = 2, mood = "ok" }, { id = 3, mood = "okk" } })
end
