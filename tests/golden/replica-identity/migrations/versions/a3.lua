revision { id = "a3", parent = "a2", message = "the index is renamed, and a constraint's takes its place", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_index("users_name", "Users name")
	execute "ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key"
	execute "ALTER TABLE logs REPLICA IDENTITY DEFAULT"
	alter_table("events_old", { replica_identity = "full" })
	alter_column("users", "name", { not_null = false })
end
