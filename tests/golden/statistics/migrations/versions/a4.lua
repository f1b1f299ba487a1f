revision { id = "a4", parent = "a3", message = "all goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE STATISTICS ac ON a, c FROM people"
	execute "DROP STATISTICS app.mods"
	drop_table "people"
end
