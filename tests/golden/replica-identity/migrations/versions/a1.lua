revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text", { not_null = true, unique = true }),
		column("name", "text", { not_null = true }),
		index { "name", "email", unique = true, name = "users_name" },
	})
	create_table("logs", { column("at", "timestamptz") })
	create_table("events", {
		column("at", "date", { not_null = true }),
		index { "at", unique = true },
		partition_by = "range (at)",
		partition("events_old", { to = { "2026-01-01" }, from = { sql "minvalue" } }),
	})
	alter_table("logs", { replica_identity = "full" })
end
