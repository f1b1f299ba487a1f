revision { id = "a1", message = "domains", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "happy" })
	execute [[
		CREATE FUNCTION is_even(a integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN a % 2 = 0;
		CREATE DOMAIN email AS varchar(200) COLLATE "C" DEFAULT 'nobody@example.org' NOT NULL CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 100);
		CREATE DOMAIN even AS integer CHECK (is_even(VALUE)) CHECK (VALUE > 0);
		CREATE DOMAIN small AS smallint;
		CREATE DOMAIN app.pair AS small[] CONSTRAINT two CHECK (array_length(VALUE, 1) = 2);
		CREATE DOMAIN feeling AS mood DEFAULT 'sad' CHECK (VALUE <> 'happy');
		COMMENT ON DOMAIN email IS 'an address';
		COMMENT ON CONSTRAINT short ON DOMAIN email IS 'not long';
		CREATE FUNCTION part(e email) RETURNS text LANGUAGE sql AS 'SELECT 1';
	]]
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("mail", "email", { default = "x@y" }),
		column("n", "even", { default = 2 }),
		column("pair", "app.pair"),
		column("feeling", "feeling", { default = "sad" }),
	})
end
