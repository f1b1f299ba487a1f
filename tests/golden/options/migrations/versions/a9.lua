revision { id = "a9", parent = "a8", message = "no way back", created = "2026-11-29T11:00:00Z" }

function upgrade()
	alter_extension("hstore", { version = "1.8" })
	alter_column("numbered", "id", { identity = { restart = true } })
	alter_column("numbered", "id", { identity = { "by default", restart = 70, min_value = "none", max_value = "none" } })
end
