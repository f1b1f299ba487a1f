revision { id = "a4", parent = "a3", message = "changes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	validate_constraint("users", "users_check")
	validate_constraint("orders", "by_email")
	rename_constraint("users", "an email", "email")
	rename_constraint("users", "users_pkey", "users_key")
	rename_constraint("orders", "by_email", "by email")
	alter_constraint("orders", "by email", { deferrable = true })
	alter_constraint("orders", "orders_user_id_fkey", { initially = "deferred" })
	drop_constraint("users", "users_age_check")
	drop_constraint("users", "nothing", { if_exists = true })
	drop_constraint("nobody", "nothing", { table_if_exists = true })
	drop_constraint("orders", "orders_user_id_fkey1")
end
