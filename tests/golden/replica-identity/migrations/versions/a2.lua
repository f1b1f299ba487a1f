revision { id = "a2", parent = "a1", message = "by which their rows are told", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_table("users", { replica_identity_index = "users_name" })
	alter_table("logs", { replica_identity = "nothing" })
	alter_table("events", { replica_identity_index = "events_at_idx" })
	alter_table("events_old", { replica_identity_index = "events_old_at_idx" })
end
