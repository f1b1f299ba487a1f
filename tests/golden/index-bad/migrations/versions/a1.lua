revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "happy" })
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text"),
		column("age", "integer"),
		column("mood", "mood"),
		column("data", "json"),
		column("words", "tsvector"),
		index { "age", unique = true },
		index { "email" },
		index { "words", using = "gin" },
	})
	create_table("orders", {
		column("id", "bigint", { primary_key = true }),
		column("age", "integer", { references = "users(age)" }),
	})
	create_table("events", {
		column("id", "bigint"),
		column("at", "date"),
		index { "id" },
		partition_by = "range (at)",
		partition("events_2026", { from = "2026-01-01", to = "2027-01-01" }),
	})
end
