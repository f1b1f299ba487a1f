revision { id = "a2", parent = "a1", message = "taken back, and renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_table("users", "people")
	rename_index("users_lower", "people_lower")
	execute [[
		ALTER FUNCTION f(int) RENAME TO g;
		ALTER PROCEDURE "P"(int) NO DEPENDS ON EXTENSION hstore;
		ALTER MATERIALIZED VIEW emails NO DEPENDS ON EXTENSION plpgsql;
		ALTER INDEX emails_email NO DEPENDS ON EXTENSION plpgsql;
		DROP INDEX people_lower;
		DROP FUNCTION g(int);
	]]
end
