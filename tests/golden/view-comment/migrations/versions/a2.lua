revision { id = "a2", parent = "a1", message = "they change and go", created = "2026-11-22T15:10:00Z" }

function upgrade()
	comment_on("column v.name", "another")
	execute "DROP MATERIALIZED VIEW m"
	execute "DROP VIEW v"
end
