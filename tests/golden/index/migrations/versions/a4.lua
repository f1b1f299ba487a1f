revision { id = "a4", parent = "a3", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_foreign_key("orders", { "email", "name" }, "users", { "email", "name" })
	drop_index({ "users_lower_name_idx", "b", "nothing" }, { if_exists = true })
	drop_index("users_name_email_id_idx", { cascade = true })
	drop_index("users_name_idx")
	drop_index("quick")
	drop_index("billing.b")
end
