revision { id = "a3", parent = "a2", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_index("by name")
	drop_index("events_at_idx")
	drop_index("events_at_id_idx", { cascade = true })
	drop_index("events_id_at_name_idx", { cascade = true })
end
