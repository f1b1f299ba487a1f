revision { id = "a3", parent = "a2", message = "two go", created = "2026-11-30T10:02:00Z" }

function upgrade()
	drop_constraint("tasks", "tasks_known")
	alter_enum("priority", { "none", "low", "middle", "high" })
end
