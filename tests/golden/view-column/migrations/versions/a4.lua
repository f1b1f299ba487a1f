revision { id = "a4", parent = "a3", message = "columns that are called by what gives them", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute [[
		CREATE TYPE shade AS ENUM ('light');
		CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * $1';
		CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
		CREATE VIEW doubled AS SELECT twice(1), 'light'::shade, twice(2) AS two;
		CREATE VIEW totals (a) AS SELECT 1, total(n) FROM generate_series(1, 3) n;
		CREATE VIEW above AS SELECT twice + two AS sum, shade FROM doubled;
	]]
end
