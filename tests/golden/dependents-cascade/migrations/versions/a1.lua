revision { id = "a1", message = "what uses what", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
		CREATE FUNCTION twice(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t || t';
		CREATE TYPE pair AS (x integer, y text);
		CREATE SEQUENCE tickets;
		CREATE TABLE users (id integer PRIMARY KEY, name text, born date);
		CREATE TABLE places (n integer DEFAULT twice(1), p pair, m integer GENERATED ALWAYS AS (twice(n)) STORED,
			CONSTRAINT small CHECK (twice(n) < 10));
		CREATE INDEX places_twice ON places (twice(n)) WHERE n > 0;
		CREATE INDEX places_text ON places (twice('x'::text));
		CREATE VIEW doubled AS SELECT twice(n) AS n FROM places;
		CREATE VIEW spelled AS SELECT twice(name) AS name FROM users;
		CREATE VIEW xs AS SELECT (p).x FROM places WHERE (p).x > 0;
		CREATE VIEW grouped AS SELECT u.id, u.name, count(*) AS n FROM users u GROUP BY u.id;
		CREATE VIEW numbers AS SELECT nextval('tickets') AS n;
	]]
end
