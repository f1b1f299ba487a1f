revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text", { unique = true }),
		column("name", "text"),
		column("age", "integer"),
		column("age_next", "integer", { generated = "age + 1" }),
		column("data", "json"),
		column("during", "tsrange"),
		unique { "name", "age", deferrable = true },
		check { "age > 0", name = "old" },
		index { "name", unique = true, where = "age > 3", name = "users_some" },
		index { "age", unique = true, name = "users_age" },
		index { { "age", order = "desc" }, unique = true, name = "users_age_down" },
	})
	create_table("orders", {
		column("id", "bigint", { primary_key = true }),
		column("user_id", "bigint", { references = "users" }),
		column("email", "text"),
		column("at", "date"),
	})
	create_table("drafts", { column("id", "bigint", { primary_key = true }), unlogged = true })
	create_table("events", {
		column("id", "bigint"),
		column("at", "date"),
		check { "id > 0", name = "positive" },
		partition_by = "range (at)",
		partition("events_2026", { from = "2026-01-01", to = "2027-01-01" }),
	})
end
