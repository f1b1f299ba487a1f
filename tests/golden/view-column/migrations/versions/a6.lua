revision { id = "a6", parent = "a5", message = "also when they come back", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute "DROP VIEW doubled CASCADE"
	execute "DROP VIEW totals"
end
