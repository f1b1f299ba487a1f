revision { id = "a1", message = "publications", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text"), column("team", "bigint"), column("note", "text") })
	create_table("people", { column("id", "bigint", { primary_key = true }) })
	create_table("staff", { column("boss", "bigint"), inherits = { "people" } })
	create_table("events", { column("at", "date", { not_null = true }), column("kind", "text"), partition_by = "range (at)" })
	execute [[
		CREATE PUBLICATION everything FOR ALL TABLES;
		CREATE PUBLICATION "some of it"
			FOR TABLE users (id, "email") WHERE (team > 5 AND users.note <> ''), people, TABLE events
			WITH (publish = 'insert, update');
		CREATE PUBLICATION money FOR TABLES IN SCHEMA billing, CURRENT_SCHEMA WITH (publish_via_partition_root);
		CREATE PUBLICATION later;
		COMMENT ON PUBLICATION money IS 'what flows';
		ALTER PUBLICATION everything OWNER TO CURRENT_USER;
	]]
end
