revision { id = "a4", parent = "a3", message = "code that another path reads", created = "2026-11-30T00:40:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA far;
		CREATE TYPE far.kind AS ENUM ('a', 'b');
		CREATE TABLE far.things (id integer PRIMARY KEY, kind far.kind);
		CREATE FUNCTION far.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
		SET search_path = far, public;
		CREATE VIEW seen AS SELECT things.id, twice(id) AS double FROM things WHERE kind = 'a'::kind;
		CREATE POLICY own ON things USING (twice(id) > 2);
		CREATE RULE quiet AS ON DELETE TO things DO INSTEAD UPDATE things SET kind = 'b' WHERE things.id = old.id;
	]]
end
