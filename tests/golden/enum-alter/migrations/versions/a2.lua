revision { id = "a2", parent = "a1", message = "in order, and used at once", created = "2026-11-30T10:01:00Z" }

function upgrade()
	alter_enum("priority", { "none", "low", "middle", "high", "even", "odd" })
	alter_column("tasks", "priority", { default = "none" })
	alter_enum("priority", { "none", "low", "middle", "high", "even", "odd" })
end
