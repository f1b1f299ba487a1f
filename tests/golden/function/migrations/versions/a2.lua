revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute [[
		CREATE OR REPLACE FUNCTION add(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT a + b + 1';
		ALTER FUNCTION touch() SECURITY DEFINER SET search_path TO public, pg_temp;
		ALTER FUNCTION emails(mood) VOLATILE ROWS 5 PARALLEL SAFE;
		ALTER FUNCTION add(text, text) RENAME TO concatenate;
		ALTER FUNCTION pair() SET SCHEMA app;
		ALTER PROCEDURE clean(integer) SECURITY INVOKER RESET search_path;
	]]
	rename_column("users", "email", "mail")
	rename_enum("mood", "feeling")
end
