revision { id = "a1", message = "wrongly said", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_index("users_email_idx", {})
	create_index("users", "email", { if_not_exists = true })
	create_index("users", "email", { nulls_not_distinct = true })
	create_index("users", { { order = "desc" } })
	create_index("users", { { "email", order = "down" } })
end
