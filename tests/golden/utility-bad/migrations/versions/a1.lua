revision { id = "a1", message = "names", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("name", "text"),
		column("low", "text", { generated = "lower(name)" }), index { "name", using = "hash", name = "users_hash" } })
	create_table("notes", { column("id", "bigint", { primary_key = true }), column("user_id", "bigint", { references = "users" }) })
	create_table("visits", { column("at", "date"), partition_by = "range (at)" })
	execute "CREATE VIEW names AS SELECT name FROM users"
	execute "LOCK TABLE usres"
	execute "LOCK TABLE users_pkey"
	execute "ANALYZE users (nam)"
	execute "ANALYZE users (id, id)"
	execute "VACUUM users (id)"
	execute "TRUNCATE names"
	execute "TRUNCATE users"
	execute "TRUNCATE ONLY visits"
	execute "REINDEX TABLE names"
	execute "REINDEX INDEX users_name"
	execute "REINDEX SCHEMA app"
	execute "REINDEX TABLE visits; ANALYZE visits"
	execute "CLUSTER users"
	execute "CLUSTER users USING users_hash"
	execute "CLUSTER users USING notes_pkey"
	execute "COPY names TO '/tmp/names'"
	execute "COPY users (low) FROM '/tmp/names'"
	execute "COPY users FROM '/tmp/names' WHERE nam IS NOT NULL"
	execute "COPY users FROM STDIN"
	execute "PREPARE named AS SELECT nickname FROM notes"
	execute "DECLARE few CURSOR FOR SELECT id FROM note"
	execute "CALL tidy()"
end
