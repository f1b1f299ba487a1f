revision { id = "a1", message = "partitions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("events", {
		column("id", "bigint"),
		column("at", "date"),
		column("name", "text"),
		index { "name" },
		index { "at", "id", unique = true },
		partition_by = "range (at)",
		partition("events_2025", { from = "2025-01-01", to = "2026-01-01" }),
		partition("events_2026", {
			from = "2026-01-01", to = "2027-01-01",
			partition_by = "hash (at)",
			partition("events_2026_0", { modulus = 2, remainder = 0 }),
		}),
	})
	create_index("events_2025", { sql "lower(name)" }, { concurrently = true })
	create_index("events_2026", "id", { only = true })
end
