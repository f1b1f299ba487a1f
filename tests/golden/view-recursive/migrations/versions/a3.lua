revision { id = "a3", parent = "a2", message = "is dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP VIEW app.counted CASCADE"
end
