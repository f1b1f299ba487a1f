revision { id = "a5", parent = "a4", message = "constraints of tables that are there", created = "2026-11-29T11:00:00Z" }

function upgrade()
	create_table("t", { column("a", "integer", { default = 1 }), column("b", "text", { default = "-" }), column("c", "integer") })
	create_primary_key("t", { "a" }, { table_if_exists = true, only = true, name = "t_key", include = { "b" }, tablespace = "golden_fast", deferrable = true, initially = "deferred" })
	create_unique_constraint("t", { "a", "b" }, { table_if_exists = true, only = true, with = { fillfactor = 60 }, tablespace = "golden_fast", initially = "immediate", comment = "both" })
	create_check_constraint("t", "c > 0", { table_if_exists = true, only = true })
	create_exclude_constraint("t", { { "c", "=" } }, {
		table_if_exists = true, only = true, name = "t_once", comment = "once", include = { "b" }, with = { fillfactor = 70 },
		tablespace = "golden_fast", deferrable = true, initially = "deferred",
	})
	create_exclude_constraint("t", { { sql "a + 1", "=" } }, { initially = "immediate", where = "a > 0" })
	create_foreign_key("t", "a", "places", { table_if_exists = true, only = true, match = "simple", on_delete = "no action", on_update = "no action", deferrable = true, initially = "immediate" })
	create_foreign_key("t", { "a" }, "places", { "a" }, { name = "strict", on_delete = "restrict", on_update = "restrict", initially = "deferred" })
	create_foreign_key("t", { "a", "b" }, "places", { "a", "b" }, { name = "defaults", on_delete = "set default", on_update = "set default", on_delete_columns = { "b" } })
	create_foreign_key("t", { "c" }, "places", { name = "nulls", on_delete = "cascade", on_update = "set null", not_valid = true })
	create_primary_key("nowhere", { "a" }, { table_if_exists = true, initially = "immediate", comment = "none" })
	create_unique_constraint("nowhere", { "a" }, { table_if_exists = true, comment = "none", name = "one" })
	create_exclude_constraint("nowhere", { { "a", "=" } }, { table_if_exists = true, comment = "none" })
	create_check_constraint("nowhere", "a > 0", { table_if_exists = true, comment = "none" })
	create_foreign_key("nowhere", { "a" }, "places", { table_if_exists = true })
end
