revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP ACCESS METHOD pile CASCADE"
	execute "DROP LANGUAGE talk CASCADE"
	execute "DROP AGGREGATE total(int), rows(*)"
	execute "DROP FOREIGN DATA WRAPPER away, bare"
	comment_on("schema public", null)
end
