revision { id = "a5", parent = "a4", message = "what is made from now on", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "later"
	execute [[
		ALTER DEFAULT PRIVILEGES IN SCHEMA later GRANT SELECT, INSERT ON TABLES TO golden_reader;
		ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO golden_writer WITH GRANT OPTION;
		ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
		ALTER DEFAULT PRIVILEGES FOR ROLE golden_writer GRANT ALL ON SCHEMAS TO golden_reader;
	]]
	create_table("later.t", { column("id", "bigserial"), column("n", "integer", { identity = "always" }) })
	execute "CREATE FUNCTION later.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'"
end
