revision { id = "a4", parent = "a3", message = "each step alone, both ways", created = "2026-11-22T15:10:00Z", transaction = "none" }

function upgrade()
	drop_index("better")
	alter_column("t", "m", { default = null })
	drop_enum_value("mood", "better")
end
