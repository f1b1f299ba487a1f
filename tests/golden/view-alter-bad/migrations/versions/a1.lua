revision { id = "a1", message = "what is there", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	execute "CREATE VIEW v AS SELECT id, email FROM users"
	execute "CREATE VIEW w AS SELECT email FROM v"
end
