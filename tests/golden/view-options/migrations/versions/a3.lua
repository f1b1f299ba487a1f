revision { id = "a3", parent = "a2", message = "they are kept by what comes later", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE OR REPLACE VIEW plain AS SELECT id, name FROM users WHERE id > 9"
	execute "ALTER VIEW checked RENAME TO seen"
	execute "ALTER VIEW seen ALTER name DROP DEFAULT"
	execute "DROP VIEW plain, careful"
	rename_table("seen", "watched")
end
