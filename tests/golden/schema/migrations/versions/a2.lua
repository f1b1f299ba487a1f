revision { id = "a2", parent = "a1", message = "changes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_schema("Odd name", { owner = "pg_monitor" })
	execute [[ALTER SCHEMA "Odd name" OWNER TO pg_read_all_data]]
	rename_schema("Odd name", "odd")
	rename_schema("billing", "bills")
	execute [[ALTER SCHEMA bills RENAME TO accounts]]
end
