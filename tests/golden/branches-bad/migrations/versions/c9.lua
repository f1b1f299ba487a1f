revision { id = "c9", parent = "a1", message = "c9" }

function upgrade()
	execute "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT ON TABLES TO reader"
end
