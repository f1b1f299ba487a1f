revision { id = "a1", message = "objects of many kinds", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "happy" })
	create_sequence "counter"
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text"), column("m", "mood") })
	create_table("Odd table", { column("id", "bigint") })
	execute [[
		CREATE VIEW people AS SELECT id, email FROM users;
		CREATE VIEW names AS SELECT email FROM people;
		CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM users;
		CREATE DOMAIN amount AS integer CONSTRAINT positive CHECK (VALUE > 0);
		CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
		CREATE FUNCTION f(n text) RETURNS text LANGUAGE sql AS 'SELECT n';
		CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
		CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);
		CREATE OPERATOR FAMILY fam USING btree;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE POLICY own ON users USING (id = 1);
		CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;
		CREATE STATISTICS st ON id, email FROM users;
		CREATE TEXT SEARCH CONFIGURATION words (PARSER = "default");
		CREATE FOREIGN DATA WRAPPER w;
		CREATE SERVER srv FOREIGN DATA WRAPPER w;
	]]
	execute([[
		CREATE TYPE address AS (street text, city text);
		CREATE COLLATION german FROM "de-x-icu";
		CREATE PUBLICATION news;
		CREATE FOREIGN TABLE far (a integer) SERVER srv;
	]], { down = "DROP FOREIGN TABLE far; DROP PUBLICATION news; DROP COLLATION german; DROP TYPE address" })
end
