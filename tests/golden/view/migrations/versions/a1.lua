revision { id = "a1", message = "tables and views", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "happy" })
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text"),
		column("name", "text"),
		column("mood", "mood"),
	})
	create_table("orders", {
		column("id", "bigint", { primary_key = true }),
		column("user_id", "bigint", { references = "users" }),
		column("total", "numeric(10,2)"),
	})
	execute [[
		CREATE VIEW everyone AS SELECT * FROM users;
		CREATE VIEW spent (who, "Sum of all") WITH (security_barrier) AS
			WITH t AS (SELECT user_id, sum(total) AS s FROM orders GROUP BY user_id)
			SELECT u.email, t.s FROM users u JOIN t ON t.user_id = u.id WHERE u.mood = 'happy';
		CREATE VIEW happy AS SELECT id, mood FROM users WHERE mood = 'happy' WITH LOCAL CHECK OPTION;
		COMMENT ON VIEW happy IS 'those';
		COMMENT ON COLUMN happy.mood IS 'is always the same';
		CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY 1 WITH NO DATA;
	]]
end
