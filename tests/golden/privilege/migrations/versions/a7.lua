revision { id = "a7", parent = "a6", message = "and goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_schema("later", "late")
	drop_schema("late", { cascade = true })
end
