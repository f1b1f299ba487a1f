revision { id = "a3", parent = "a2", message = "an index is built beside", created = "2026-11-22T15:10:00Z", transaction = "none" }

function upgrade()
	create_index("called", { "name" }, { concurrently = true })
	execute "CREATE INDEX CONCURRENTLY teams_n ON teams (n)"
end
