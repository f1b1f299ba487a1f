revision { id = "a2", parent = "a1", message = "types and defaults", created = "2026-11-22T15:10:00Z" }
function upgrade()
	alter_column("t", "a", { type = "d", default = null })
	alter_column("t", "b", { type = "d", default = null })
	alter_column("t", "c", { type = "integer", default = null })
	alter_column("t", "f", { type = "integer", default = null })
	alter_column("t", "g", { type = "e", default = null })
end
