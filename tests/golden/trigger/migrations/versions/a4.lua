revision { id = "a4", parent = "a3", message = "all of a table, with what checks its foreign keys", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("parts", {
		column("id", "bigint", { primary_key = true }),
		column("member_id", "bigint", { references = "members" }),
	})
	execute [[
		CREATE TRIGGER t BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION app.touched();
		ALTER TABLE parts DISABLE TRIGGER ALL;
	]]
	execute "ALTER TABLE parts ENABLE TRIGGER ALL"
	execute "ALTER TABLE parts DISABLE TRIGGER ALL"
end
