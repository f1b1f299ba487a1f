revision { id = "a4", parent = "a3", message = "what goes comes back with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_constraint("users", "users_email_key")
	alter_column("users", "email", { not_null = false })
	drop_table "events_old"
	drop_table "events"
end
