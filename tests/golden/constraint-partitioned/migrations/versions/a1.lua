revision { id = "a1", message = "partitions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("sources", { column("id", "bigint", { primary_key = true }) })
	create_table("events", {
		column("id", "bigint"),
		column("at", "date"),
		column("source_id", "bigint"),
		column("number", "integer"),
		check { "number > 0" },
		partition_by = "range (at)",
		partition("events_2025", { from = "2025-01-01", to = "2026-01-01" }),
		partition("events_2026", { from = "2026-01-01", to = "2027-01-01" }),
	})
	create_table("events_old", {
		column("id", "bigint", { not_null = true }),
		column("at", "date", { not_null = true }),
		column("source_id", "bigint"),
		column("number", "integer"),
		primary_key { "id", "at", name = "old_key" },
		unique { "number", "at" },
		index { "source_id", name = "old_sources" },
		check { "number > 0", name = "events_number_check" },
		foreign_key { "source_id", references = "sources" },
	})
	execute "ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM ('2000-01-01') TO ('2025-01-01')"
end
