revision { id = "a1", message = "how finely expressions are sampled", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text"), column("nick", "varchar(20)") })
	create_index("users", { sql "lower(email)", "id", sql "(nick || email)" }, { name = "users_names" })
	execute [[
		CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;
		CREATE INDEX emails_email ON emails (lower(email));
		ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS 100, ALTER 3 SET STATISTICS 200;
		ALTER INDEX emails_email ALTER COLUMN 1 SET STATISTICS 1000;
		ALTER INDEX IF EXISTS nosuch ALTER COLUMN 1 SET STATISTICS 1000;
	]]
end
