revision { id = "a2", parent = "a1", message = "is renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER VIEW app.numbers RENAME TO counted"
	execute "ALTER VIEW app.counted RENAME COLUMN n TO number"
end
