revision { id = "a1", message = "publications", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text"), column("twice", "bigint", { generated = "id * 2" }) })
	create_table("events", { column("at", "date", { not_null = true }), partition_by = "range (at)" })
	execute "CREATE VIEW u AS SELECT * FROM events"
	execute "CREATE PUBLICATION p FOR TABLE users (id) WHERE (email <> '')"
	execute [[
		CREATE PUBLICATION q FOR TABLE
			nowhere,
			users (id, mail),
			events WHERE (att > '2020-01-01'),
			TABLES IN SCHEMA publik
	]]
	execute "CREATE PUBLICATION q FOR TABLE u"
	execute "CREATE PUBLICATION q FOR TABLE users (twice)"
	execute "CREATE PUBLICATION q FOR TABLE users WHERE (id)"
	execute "CREATE PUBLICATION q FOR TABLE users WHERE (xmin IS NULL)"
	execute "CREATE PUBLICATION q FOR TABLE users WHERE (id = (SELECT 1))"
	execute "CREATE PUBLICATION q FOR TABLE users, users (id)"
	execute "CREATE PUBLICATION q FOR TABLE events WHERE (at > '2020-01-01')"
	execute "CREATE PUBLICATION q FOR TABLE users (id), TABLES IN SCHEMA public"
	execute "CREATE PUBLICATION q WITH (publish = 'inserts')"
	execute "CREATE PUBLICATION q WITH (publish_via_root = true)"
	execute "CREATE PUBLICATION p"
	execute "ALTER PUBLICATION p ADD TABLE users"
	execute "ALTER PUBLICATION p DROP TABLE events"
	execute "ALTER PUBLICATION p ADD TABLES IN SCHEMA public"
	execute "ALTER PUBLICATION pp RENAME TO q"
	execute "ALTER PUBLICATION pp SET (publish = 'insert')"
	drop_column("users", "email")
	alter_column("users", "email", { type = "varchar(5)" })
	alter_table("users", { unlogged = true })
end
