revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:12:00Z" }

function upgrade()
	drop_column("t", "s")
	execute "DROP TYPE handful CASCADE"
	execute "DROP TYPE IF EXISTS app.terms, nobody CASCADE"
	execute "DROP TYPE timerange CASCADE"
end
