revision { id = "a3", parent = "a2", message = "tables that take from each other", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_schema("taken", { cascade = true })
	execute "DROP TABLE first, second"
end
