revision { id = "a1", message = "triggers of all kinds", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text"),
		column("name", "text"),
	})
	create_table("orders", {
		column("id", "bigint", { primary_key = true }),
		column("user_id", "bigint", { references = "users" }),
		column("at", "timestamptz"),
	})
	execute [[
		CREATE TABLE events (at date NOT NULL, v text) PARTITION BY RANGE (at);
		CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2026-01-01');
		CREATE VIEW people AS SELECT id, email FROM users;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
		CREATE TRIGGER users_touch BEFORE INSERT OR UPDATE OF email, "name" ON users FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE TRIGGER changed AFTER UPDATE ON users FOR EACH ROW
			WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE PROCEDURE touch('a', 5);
		CREATE TRIGGER changed AFTER DELETE ON orders REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION touch();
		CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON orders FROM users DEFERRABLE INITIALLY DEFERRED
			FOR EACH ROW WHEN (NEW.user_id > 0) EXECUTE FUNCTION touch();
		CREATE TRIGGER cleared BEFORE TRUNCATE ON orders EXECUTE FUNCTION touch();
		CREATE TRIGGER told INSTEAD OF UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE TRIGGER kept BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE TRIGGER unchanged BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
		COMMENT ON TRIGGER told ON people IS 'writes through';
		CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION watch();
	]]
end
