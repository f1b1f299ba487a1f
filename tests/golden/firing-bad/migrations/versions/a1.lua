revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }) })
	execute [[
		CREATE VIEW people AS SELECT id FROM users;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;
	]]
	disable_trigger("users", "tuched")
	enable_trigger("usrs", "touched")
	enable_trigger("people", { all = true })
	enable_rule("users", "nosuch")
	disable_rule("users", "quite")
	execute "ALTER TABLE users DISABLE TRIGGER toched, ENABLE RULE qiet"
	enable_trigger("users", "touched", { always = true, replica = true })
	enable_trigger("users", "touched", { all = true })
	enable_trigger("users", { user = true, always = true })
	enable_trigger "users"
	disable_trigger("users", "touched", { always = true })
	enable_trigger("users", "touched", { alwais = true })
	disable_rule("users", { all = true })
end
