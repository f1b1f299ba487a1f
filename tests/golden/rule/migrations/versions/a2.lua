revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_column("users", "email", "mail")
	rename_column("log", "was", "before")
	rename_table("log", "journal")
	rename_table("users", "members")
	execute "ALTER RULE keep ON members RENAME TO kept"
	execute "ALTER RULE inserted ON people RENAME TO came"
	execute "ALTER TABLE members DISABLE RULE kept, ENABLE ALWAYS RULE logged"
	execute "CREATE OR REPLACE RULE logged AS ON UPDATE TO members DO ALSO NOTIFY mail"
	execute "ALTER TABLE members ENABLE RULE logged"
end
