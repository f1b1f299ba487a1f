revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("name", "text"), index { "name" } })
	create_table("notes", { column("id", "bigint", { primary_key = true }), column("user_id", "bigint", { references = "users" }) })
	create_table("visits", { column("at", "date", { not_null = true }), index { "at" }, partition_by = "range (at)",
		partition("visits_2026", { from = "2026-01-01", to = "2027-01-01" }) })
end
