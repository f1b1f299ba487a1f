revision { id = "a2", parent = "a1", message = "on all of them", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_index("events", { sql "lower(name)" }, { name = "by name", comment = "of the whole" })
	create_index("events", { "id", "at" }, { unique = true, include = "name", nulls_not_distinct = true })
	create_index("events", "at", { using = "brin" })
	create_table("events_2026_1", { partition_of = "events_2026", modulus = 2, remainder = 1 })
	rename_index("events_2025_id_at_name_idx", "quick")
	comment_on("index quick", "a part with a name of its own")
	create_foreign_key("events", { "at", "id" }, "events", { "at", "id" })
	create_table("notes", {
		column("at", "date"),
		column("id", "bigint"),
		foreign_key { "at", "id", references = "events(at, id)" },
		foreign_key { "id", "at", references = "events_2025(id, at)" },
	})
end
