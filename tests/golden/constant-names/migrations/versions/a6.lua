revision { id = "a6", parent = "a5", message = "and come back with them", created = "2026-11-30T01:40:00Z" }

function upgrade()
	execute "DROP VIEW graded"
	drop_table("grades")
end
