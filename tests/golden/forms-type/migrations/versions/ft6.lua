revision { id = "ft6", parent = "ft5", message = "casts", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		ALTER TABLE uco ALTER a TYPE text, ALTER b TYPE text; DROP COLLATION IF EXISTS co3, nosuch CASCADE;
		CREATE TYPE en AS ENUM ('a', 'b'); CREATE FUNCTION etoi(en) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
		CREATE CAST (en AS integer) WITH FUNCTION etoi(en) AS ASSIGNMENT;
		CREATE CAST (app.c1b AS text) WITH INOUT AS IMPLICIT;
		CREATE CAST (xml AS bytea) WITHOUT FUNCTION AS ASSIGNMENT;
		COMMENT ON CAST (en AS integer) IS 'cast';
		DROP CAST IF EXISTS (en AS integer) CASCADE; DROP CAST IF EXISTS (en AS date);
	]==]
end
