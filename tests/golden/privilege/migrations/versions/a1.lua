revision { id = "a1", message = "what is granted goes with what it is on", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "happy" })
	create_sequence "counter"
	create_table("users", {
		column("id", "bigint", { identity = "always", primary_key = true }),
		column("email", "text"),
		column("password", "text"),
	})
	create_table("app.orders", { column("id", "bigserial", { primary_key = true }), column("total", "numeric") })
	execute [[
		CREATE VIEW emails AS SELECT id, email FROM users;
		CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
		CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
		GRANT SELECT ON users TO golden_reader;
	]]
end
