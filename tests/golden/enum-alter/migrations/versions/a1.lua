revision { id = "a1", message = "an enum whose labels stand in no order", created = "2026-11-30T10:00:00Z" }

function upgrade()
	create_enum("priority", { "high", "low", "odd", "middle", "even" })
	comment_on("type priority", "How soon")
	create_table("tasks", {
		column("id", "bigint", { primary_key = true }),
		column("priority", "priority", { not_null = true, default = "low" }),
		column("others", "priority[]"),
		unique { "priority", "id" },
		index { "id", where = "priority > 'high'", name = "tasks_later" },
		check { "priority <> 'odd'", name = "tasks_known" },
	})
	create_table("steps", {
		column("task", "bigint"),
		column("priority", "priority"),
		foreign_key { "priority", "task", references = "tasks(priority, id)", name = "steps_task" },
	})
	execute [[CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low']]
	bulk_insert("tasks", { { id = 1, priority = "high", others = array { "low", "high" } }, { id = 2 } })
	bulk_insert("steps", { { task = 1, priority = "high" } })
end
