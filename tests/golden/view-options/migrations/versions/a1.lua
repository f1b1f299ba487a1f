revision { id = "a1", message = "views with options", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("name", "text"),
	})
	execute [[
		CREATE VIEW plain AS SELECT id, name FROM users;
		CREATE VIEW careful WITH (security_invoker = true, security_barrier) AS SELECT id, name FROM users;
		CREATE VIEW checked AS SELECT id, name FROM users WHERE id > 5 WITH CASCADED CHECK OPTION;
	]]
end
