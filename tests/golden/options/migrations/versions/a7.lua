revision { id = "a7", parent = "a6", message = "triggers and rules", created = "2026-11-29T11:00:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
		CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;
	]]
	disable_trigger("t", "touched", { table_if_exists = true, only = true })
	disable_rule("t", "quiet", { only = true })
	create_sequence("short", { type = "integer", unlogged = true })
	create_sequence("long", { type = "bigint" })
	execute_file("../lib/more.sql", { down = "DROP VIEW IF EXISTS seen", before = 99 })
	execute_file("../lib/newer.sql", { raw = true, since = 99, down = "" })
end
