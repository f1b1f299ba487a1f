revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP USER MAPPING FOR CURRENT_USER SERVER beyond"
	execute "DROP SERVER beyond CASCADE"
	execute "DROP FOREIGN DATA WRAPPER farther"
end
