revision { id = "a5", parent = "a4", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_constraint("orders", "orders_user_id_fkey", { deferrable = false })
	drop_constraint("users", "users_during_excl")
	drop_constraint("users", "email")
	drop_constraint("users", "users_check")
	drop_constraint("users", "users_email_key", { cascade = true })
	drop_constraint("users", "users_email_too")
	drop_constraint("users", "users_key", { cascade = true })
	create_index("users", { "id" }, { unique = true, name = "users_id" })
	create_primary_key("users", { using_index = "users_id" })
	drop_constraint("bookings", "spots")
	drop_constraint("rooms", "rooms_pkey", { cascade = true })
	create_primary_key("rooms", { "id", "number" }, { deferrable = true })
	drop_table("clinics", { cascade = true })
end
