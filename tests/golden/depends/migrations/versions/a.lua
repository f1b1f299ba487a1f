revision { id = "a1", message = "what goes with an extension", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_extension "hstore"
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	create_index("users", { sql "lower(email)" }, { name = "users_lower" })
	execute [[
		CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
		CREATE PROCEDURE "P"(int) LANGUAGE sql AS 'SELECT 1';
		CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
		CREATE TRIGGER noted BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION note();
		CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;
		CREATE INDEX emails_email ON emails (email);
		ALTER FUNCTION f(int) DEPENDS ON EXTENSION hstore;
		ALTER ROUTINE "P"(int) DEPENDS ON EXTENSION hstore;
		ALTER TRIGGER noted ON users DEPENDS ON EXTENSION hstore;
		ALTER INDEX users_lower DEPENDS ON EXTENSION hstore;
		ALTER INDEX emails_email DEPENDS ON EXTENSION plpgsql;
		ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION hstore;
		ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION plpgsql;
		ALTER FUNCTION note() NO DEPENDS ON EXTENSION hstore;
	]]
end
