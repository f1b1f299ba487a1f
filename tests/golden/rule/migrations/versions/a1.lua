revision { id = "a1", message = "rules", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text"), column("on", "boolean") })
	create_table("log", { column("user_id", "bigint"), column("was", "text"), column("is", "text") })
	execute [[
		CREATE VIEW people AS SELECT id, email FROM users;
		CREATE RULE keep AS ON DELETE TO users DO INSTEAD UPDATE users SET "on" = false WHERE users.id = OLD.id;
		CREATE RULE logged AS ON UPDATE TO users WHERE OLD.email <> NEW.email
			DO ALSO (INSERT INTO log (user_id, was, "is") VALUES (NEW.id, OLD.email, NEW.email); SELECT 1);
		CREATE RULE inserted AS ON INSERT TO people DO INSTEAD INSERT INTO users (id, email) SELECT NEW.id, lower(NEW.email);
		CREATE RULE inserted AS ON INSERT TO log WHERE NEW.user_id IS NULL DO INSTEAD NOTHING;
		COMMENT ON RULE keep ON users IS 'nobody goes';
	]]
end
