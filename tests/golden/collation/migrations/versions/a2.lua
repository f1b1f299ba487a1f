revision { id = "a2", parent = "a1", message = "renamed", created = "2026-11-22T15:11:00Z" }

function upgrade()
	execute "ALTER COLLATION caseless RENAME TO nocase"
	execute "ALTER COLLATION bytes SET SCHEMA app"
	execute "ALTER COLLATION app.posix OWNER TO CURRENT_USER"
	execute 'ALTER COLLATION nocase REFRESH VERSION'
	execute "COMMENT ON COLLATION nocase IS NULL"
end
