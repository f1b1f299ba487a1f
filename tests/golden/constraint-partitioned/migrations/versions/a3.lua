revision { id = "a3", parent = "a2", message = "changes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("events_2028", {
		column("id", "bigint", { not_null = true }),
		column("at", "date", { not_null = true }),
		column("source_id", "bigint"),
		column("number", "integer"),
		check { "number > 0", name = "events_number_check" },
		check { "id > number", name = "events_check" },
		unique { "number", "at" },
		partition_by = "list (at)",
	})
	create_table("events_2028_1", { partition_of = "events_2028", values = { "2028-05-05" } })
	execute "ALTER TABLE events ATTACH PARTITION events_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01')"
	alter_constraint("events", "events_source_id_fkey1", { deferrable = true })
	rename_constraint("events", "events_check", "bigger")
	rename_constraint("events", "events_pkey", "events_key")
	rename_constraint("events_2025", "events_2025_pkey", "key of 2025")
	rename_index("events_2026_source_id_idx", "sources of 2026")
	create_check_constraint("events", "number < 100", { not_valid = true })
	validate_constraint("events", "events_number_check1")
	comment_on("constraint \"key of 2025\" on events_2025", "its own comment")
end
