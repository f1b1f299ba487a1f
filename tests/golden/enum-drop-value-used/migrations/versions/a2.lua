revision { id = "a2", parent = "a1", message = "a default", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_column("t", "m", { default = "ok" })
	drop_constraint("t", "t_great")
	drop_index("t_great_idx")
	drop_enum_value("mood", "great")
end
