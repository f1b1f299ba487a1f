revision { id = "c8", parent = "a1", message = "c8" }

function upgrade()
	execute "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader"
end
