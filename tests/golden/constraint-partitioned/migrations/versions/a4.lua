revision { id = "a4", parent = "a3", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("notes", {
		column("number", "integer"),
		column("at", "date"),
		foreign_key { "number", "at", references = "events(number, at)" },
	})
	drop_constraint("events", "bigger")
	drop_constraint("events", "events_source_id_fkey")
	drop_constraint("events", "events_number_at_key", { cascade = true })
	drop_index("events_source_id_idx")
	drop_constraint("events", "events_key")
	drop_table("events_old")
end
