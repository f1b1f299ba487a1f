revision { id = "a1", message = "functions and types in expressions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "ok" })
	execute [[
		CREATE FUNCTION "Next"() RETURNS int LANGUAGE sql AS 'SELECT 1';
		CREATE FUNCTION app.fits(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
		CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
	]]
	create_table("users", {
		column("id", "int", { default = sql '"Next"() + 1' }),
		column("double", "int", { generated = "twice(id)" }),
		column("text", "text", { default = sql "('ok'::mood)::text" }),
		check { "app.fits(id) AND 'sad'::mood < 'ok'::mood", name = "fits" },
	})
	create_index("users", { sql "twice(id)" }, { name = "users_twice", where = "app.fits(id)" })
end
