revision { id = "a6", parent = "a5", message = "and gone", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP FOREIGN DATA WRAPPER near"
end
