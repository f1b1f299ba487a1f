revision { id = "a2", parent = "a1", message = "what they name is renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	rename_column("users", "email", "mail")
	rename_column("users", "name", "Full name")
	rename_column("orders", "user_id", "buyer")
	rename_table("users", "members")
	rename_table("orders", "purchases")
	alter_table("purchases", { schema = "app" })
	execute [[
		ALTER FUNCTION touch() RENAME TO touched;
		ALTER FUNCTION touched() SET SCHEMA app;
		ALTER VIEW people RENAME TO everyone;
		ALTER TRIGGER changed ON members RENAME TO was_changed;
		ALTER EVENT TRIGGER watched RENAME TO watching;
		COMMENT ON TRIGGER was_changed ON members IS 'of mail';
		COMMENT ON EVENT TRIGGER watching IS 'tables';
	]]
end
