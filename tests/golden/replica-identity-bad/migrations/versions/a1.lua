revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text", { not_null = true }),
		column("name", "text"),
		unique { "email", deferrable = true },
		index { "email", name = "plain" },
		index { "name", unique = true, name = "of_null" },
		index { "email", unique = true, where = "id > 0", name = "partial" },
		index { sql "lower(email)", unique = true, name = "of_expression" },
		index { "email", unique = true, name = "good" },
	})
	execute "CREATE VIEW people AS SELECT id FROM users"
	alter_table("users", { replica_identity_index = "users_email_key" })
	alter_table("users", { replica_identity_index = "plain" })
	alter_table("users", { replica_identity_index = "of_null" })
	alter_table("users", { replica_identity_index = "partial" })
	alter_table("users", { replica_identity_index = "of_expression" })
	alter_table("users", { replica_identity_index = "god" })
	alter_table("people", { replica_identity = "full" })
	alter_table("users", { replica_identity_index = "good" })
	alter_column("users", "email", { not_null = false })
	alter_table("users", { replica_identity = "ful" })
	alter_table("users", { replica_identity = "full", replica_identity_index = "good" })
	alter_table("users", { replica_idenity = "full" })
end
