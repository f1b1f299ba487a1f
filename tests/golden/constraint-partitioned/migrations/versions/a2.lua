revision { id = "a2", parent = "a1", message = "on all of them", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_primary_key("events", { "id", "at" })
	create_unique_constraint("events", { "number", "at" }, { comment = "of the whole" })
	create_foreign_key("events", "source_id", "sources")
	create_foreign_key("events", "source_id", "sources", { on_delete = "cascade" })
	create_check_constraint("events", "id > number")
	create_index("events", "source_id")
	create_index("events", { sql "number + 1" }, { include = { "id" }, where = "id > 0" })
	create_table("events_2027", {
		partition_of = "events",
		from = "2027-01-01",
		to = "2028-01-01",
	})
end
