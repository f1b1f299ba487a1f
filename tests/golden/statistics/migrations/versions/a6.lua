revision { id = "a6", parent = "a5", message = "and the copies go", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute "ALTER STATISTICS cities_area_people_stat RENAME TO cities_dense"
	drop_table({ "cities", "villages" })
end
