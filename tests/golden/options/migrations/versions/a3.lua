revision { id = "a3", parent = "a2", message = "alterations of tables and columns", created = "2026-11-29T11:00:00Z" }

function upgrade()
	alter_table("stored", { using = "heap", tablespace = "pg_default", row_level_security = true, force_row_level_security = true, replica_identity = "full" })
	alter_table("parted", { tablespace = "pg_default" })
	alter_table("visits", { using = "heap_too", tablespace = "golden_fast" })
	alter_table("places", { replica_identity = "nothing" })
	alter_column("visits", "plain", { storage = "extended", compression = "lz4" })
	alter_column("visits", "extended", { storage = "plain", compression = "pglz" })
	alter_column("visits", "pressed", { storage = "main", compression = "lz4" })
	rename_column("parted", "b", "text", { table_if_exists = true })
	rename_column("nowhere", "b", "text", { table_if_exists = true, only = true })
	rename_table("nowhere", "somewhere", { if_exists = true })
	drop_column("nowhere", "b", { table_if_exists = true })
	drop_column("places", "c", { only = true })
	add_column("places", column("d", "integer"), { only = true })
end
