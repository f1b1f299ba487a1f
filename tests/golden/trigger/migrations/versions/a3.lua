revision { id = "a3", parent = "a2", message = "whether they fire", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_schema("app", "application")
	rename_schema("application", "app")
	execute "ALTER TABLE members DISABLE TRIGGER users_touch, ENABLE REPLICA TRIGGER was_changed"
	execute "ALTER TABLE events DISABLE TRIGGER USER"
	execute "ALTER TABLE app.purchases ENABLE ALWAYS TRIGGER changed"
	execute "ALTER EVENT TRIGGER watching DISABLE"
	execute "ALTER EVENT TRIGGER watching ENABLE REPLICA"
end
