revision { id = "a2", parent = "a1", message = "what is refused", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER VIEW v RENAME COLUMN emial TO mail"
	execute "ALTER VIEW v RENAME COLUMN email TO id"
	rename_column("v", "nosuch", "mail")
	execute "ALTER VIEW v SET (security_bariier = true)"
	execute "ALTER VIEW v SET (security_barrier = perhaps)"
	execute "ALTER VIEW v SET (check_option = all)"
	execute "ALTER VIEW users SET (security_barrier)"
	execute "ALTER VIEW v ALTER COLUMN emial SET DEFAULT 'x'"
	execute "ALTER VIEW v ALTER COLUMN id SET DEFAULT 'x'"
	execute "ALTER TABLE v SET UNLOGGED"
	alter_table("v", { tablespace = "fast" })
	create_index("v", { "id" })
	execute "DROP VIEW v RESTRICT"
end
