revision { id = "a4", parent = "a3", message = "dropped", created = "2026-11-22T15:13:00Z" }

function upgrade()
	execute "DROP TYPE feeling CASCADE"
	execute "DROP TYPE IF EXISTS free, nothing, nobody"
	execute "DROP TYPE app.two CASCADE"
	execute "DROP TYPE shape CASCADE"
end
