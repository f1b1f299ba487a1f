revision { id = "a4", parent = "a3", message = "views are replaced and altered", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute "CREATE VIEW v AS SELECT id FROM users"
	execute "CREATE VIEW w AS SELECT v.id FROM v"
	execute "CREATE OR REPLACE VIEW v AS SELECT id, name FROM users WHERE id > 5"
	execute "ALTER VIEW w SET SCHEMA app"
	execute "ALTER VIEW v OWNER TO CURRENT_USER"
end
