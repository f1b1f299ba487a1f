revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	rename_table("users", "people")
	rename_column("people", "b", "mail")
	execute [[
		ALTER STATISTICS ab SET STATISTICS 200;
		ALTER STATISTICS low SET STATISTICS 100;
		ALTER STATISTICS low RENAME TO lower_mail;
		ALTER STATISTICS mods SET SCHEMA app;
		ALTER STATISTICS IF EXISTS nosuch SET STATISTICS 1;
	]]
end
