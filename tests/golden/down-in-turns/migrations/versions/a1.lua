revision { id = "a1", message = "what needs each other in more than one order", created = "2026-11-30T10:00:00Z" }

function upgrade()
	-- a domain that calls a function, and a function that takes the domain
	execute [[
		CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';
		CREATE DOMAIN code AS text CHECK (is_code(VALUE));
		CREATE FUNCTION shown(code) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
		CREATE TABLE coded (c code, label text GENERATED ALWAYS AS (shown('x'::code)) STORED);
	]]
	-- rows of a table, in a type and in a function
	execute [[
		CREATE TABLE places (id integer, name text);
		CREATE TYPE visit AS (place places, minutes integer);
		CREATE FUNCTION place_name(places) RETURNS text LANGUAGE sql AS 'SELECT ($1).name';
		ALTER FUNCTION place_name OWNER TO pg_monitor;
		CREATE VIEW place_names AS SELECT place_name(p) AS name FROM places p;
	]]
	-- rows of a view
	execute [[
		CREATE VIEW ones AS SELECT 1 AS n;
		CREATE FUNCTION all_ones() RETURNS SETOF ones LANGUAGE sql AS 'SELECT 1';
		COMMENT ON FUNCTION all_ones() IS 'one after the other';
	]]
	create_schema("attic")
	execute [[
		CREATE TABLE attic.things (id integer);
		CREATE FUNCTION attic.weight(attic.things) RETURNS integer LANGUAGE sql AS 'SELECT 1';
	]]
end
