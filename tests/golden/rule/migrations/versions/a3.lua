revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP RULE kept ON members;
		DROP RULE IF EXISTS kept ON members;
	]]
	execute "DROP TABLE journal CASCADE"
	execute "DROP VIEW people"
	execute "DROP TABLE members"
end
