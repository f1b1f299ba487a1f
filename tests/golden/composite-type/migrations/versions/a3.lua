revision { id = "a3", parent = "a2", message = "moved", created = "2026-11-22T15:12:00Z" }

function upgrade()
	execute "ALTER TYPE pair RENAME TO two"
	execute "ALTER TYPE two SET SCHEMA app"
	execute "ALTER TYPE mood RENAME TO feeling"
	execute "ALTER TYPE free ALTER ATTRIBUTE y TYPE text"
	execute "ALTER TYPE shape DROP ATTRIBUTE why CASCADE"
	execute "ALTER TYPE free OWNER TO CURRENT_USER"
	execute "REVOKE USAGE ON TYPE free FROM PUBLIC"
	execute "COMMENT ON TYPE app.two IS NULL"
end
