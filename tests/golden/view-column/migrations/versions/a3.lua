revision { id = "a3", parent = "a2", message = "they go, and come back with their names", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP VIEW old"
	execute "DROP VIEW people CASCADE"
	execute "DROP VIEW named"
end
