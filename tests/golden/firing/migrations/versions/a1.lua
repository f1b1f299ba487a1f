revision { id = "a1", message = "triggers and rules", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_table("users", { column("id", "bigint", { primary_key = true }) })
	create_table("app.orders", {
		column("id", "bigint", { primary_key = true }),
		column("user_id", "bigint", { references = "users" }),
	})
	execute [[
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE TRIGGER one BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE TRIGGER "Two" BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE TRIGGER one BEFORE INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;
		CREATE RULE silent AS ON DELETE TO app.orders DO INSTEAD NOTHING;
	]]
end
