revision { id = "a1", message = "functions and procedures", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "happy" })
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	execute [[
		CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE COST 5 AS 'SELECT a + b';
		CREATE FUNCTION add(a text, b text) RETURNS text LANGUAGE sql RETURN a || b;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE FUNCTION emails(m mood) RETURNS SETOF text LANGUAGE sql STABLE BEGIN ATOMIC SELECT email FROM users; END;
		CREATE FUNCTION pair(OUT a integer, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
		CREATE PROCEDURE clean(keep integer) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN END $$;
		CREATE FUNCTION every(VARIADIC v integer[]) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM unnest(v)';
		COMMENT ON FUNCTION add(integer, integer) IS 'adds';
	]]
end
