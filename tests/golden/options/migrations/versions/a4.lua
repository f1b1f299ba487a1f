revision { id = "a4", parent = "a3", message = "and back", created = "2026-11-29T11:00:00Z" }

function upgrade()
	alter_table("stored", { row_level_security = false, force_row_level_security = false, replica_identity = "default" })
	alter_table("stored", { table_if_exists = true, only = true, with = { fillfactor = 40 } })
	alter_table("nowhere", { table_if_exists = true, comment = "none" })
	alter_column("visits", "plain", { storage = "external", compression = "default" })
	rename_column("places", "d", "e", { only = true })
end
