revision { id = "a2", parent = "a1", message = "renamed", created = "2026-11-22T15:11:00Z" }

function upgrade()
	execute "ALTER TYPE few RENAME TO handful"
	execute "ALTER COLLATION bytes RENAME TO plain"
	execute "ALTER TYPE app.words RENAME TO terms"
	execute "REVOKE USAGE ON TYPE handful FROM PUBLIC"
	execute "ALTER TYPE handful OWNER TO CURRENT_USER"
	execute "COMMENT ON TYPE timerange IS NULL"
	add_column("t", column("s", "handful"))
end
