revision { id = "a5", parent = "a4", message = "types and defaults", created = "2026-11-22T15:10:00Z" }
function upgrade()
	alter_column("t", "a", { type = "integer", default = null })
	alter_column("t", "c", { default = null })
	alter_column("t", "f", { type = "integer", default = sql "NULL" })
	alter_column("t", "i", { type = "integer" })
	drop_column("u", "a")
	drop_column("u", "b")
	drop_column("u", "c")
end
