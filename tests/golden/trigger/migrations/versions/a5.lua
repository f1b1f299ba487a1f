revision { id = "a5", parent = "a4", message = "replaced", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE OR REPLACE TRIGGER users_touch AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched()"
	execute "CREATE OR REPLACE TRIGGER was_changed AFTER UPDATE ON members FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION app.touched()"
	execute [[
		CREATE OR REPLACE TRIGGER kept BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION app.touched();
		ALTER TABLE events DISABLE TRIGGER kept;
	]]
	execute "CREATE OR REPLACE TRIGGER brand_new AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched()"
end
