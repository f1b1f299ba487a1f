revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_index "names"
	execute "DROP MATERIALIZED VIEW emails"
end
