revision { id = "a3", parent = "a2", message = "changes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_index("users_email_idx", "by email")
	rename_index("users_pkey", "users_key")
	rename_index("billing.users_pkey", "b")
	rename_index("nothing", "b", { if_exists = true })
	alter_index("users_name_email_id_idx", { with = { fillfactor = 50 }, reset = { "deduplicate_items" } })
	alter_index("users_key", { with = { fillfactor = 80 } })
	alter_index("spots", { tablespace = "pg_default", if_exists = true })
	cluster_on("users", "by email")
	create_table("orders", {
		column("email", "text"),
		column("name", "varchar(20)"),
	})
	cluster_on("users", null)
	cluster_on("users", "users_name_idx")
end
