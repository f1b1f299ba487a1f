revision { id = "a6", parent = "a5", message = "changes of constraints and indexes", created = "2026-11-29T11:00:00Z" }

function upgrade()
	alter_constraint("t", "t_a_fkey", { table_if_exists = true, only = true, deferrable = true, initially = "immediate" })
	alter_constraint("t", "strict", { deferrable = true, initially = "immediate" })
	validate_constraint("t", "nulls", { table_if_exists = true, only = true })
	rename_constraint("t", "t_once", "only once", { table_if_exists = true, only = true })
	drop_constraint("t", "t_c_check", { table_if_exists = true, only = true })
	alter_index("places_key", { tablespace = "pg_default" })
	alter_index("places_a_b_key", { with = { fillfactor = 100 }, tablespace = "pg_default" })
	cluster_on("places", "places_key", { table_if_exists = true, only = true })
	cluster_on("nowhere", "places_key", { table_if_exists = true })
end
