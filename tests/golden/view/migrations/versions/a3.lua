revision { id = "a3", parent = "a2", message = "views are dropped after that", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP VIEW all_of_them, spent;
		DROP MATERIALIZED VIEW totals;
	]]
	execute "DROP VIEW happy"
end
