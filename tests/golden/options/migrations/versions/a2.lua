revision { id = "a2", parent = "a1", message = "columns and their constraints", created = "2026-11-29T11:00:00Z" }

function upgrade()
	create_table("places", {
		column("a", "integer", { default = 0 }),
		column("b", "text", { default = "-" }),
		column("c", "integer"),
		primary_key { "a", tablespace = "golden_fast", deferrable = false, initially = "immediate", name = "places_key" },
		unique { "a", "b", with = { fillfactor = 60 }, tablespace = "golden_fast", initially = "immediate" },
		exclude { { "c", "=", order = "asc", nulls = "first" }, { "b", "=", collation = "C", order = "desc", nulls = "last", operator_class = "text_pattern_ops" },
			tablespace = "golden_fast", with = { fillfactor = 70 }, deferrable = true, initially = "immediate" },
		check { "c <> 3", comment = "not three" },
	})
	create_table("later", { column("a", "integer"), primary_key { "a", deferrable = true, initially = "deferred" } })
	create_table("visits", {
		column("plain", "text", { storage = "plain" }),
		column("extended", "text", { storage = "extended", compression = "lz4" }),
		column("pressed", "text", { compression = "default" }),
		column("one", "integer", { references = "places", match = "simple", on_delete = "no action", on_update = "no action", deferrable = true, initially = "immediate" }),
		column("two", "integer", { references = "places", on_delete = "restrict", on_update = "restrict" }),
		column("three", "integer", { references = "places", on_delete = "set default", on_update = "set default" }),
		column("four", "text"),
		foreign_key { "one", "four", references = "places(a, b)", match = "simple", on_delete = "cascade", on_update = "set default", deferrable = true, initially = "immediate" },
		foreign_key { "two", "four", references = "places(a, b)", on_delete = "no action", on_update = "no action", deferrable = true, initially = "deferred" },
		foreign_key { "three", "four", references = "places(a, b)", on_update = "set null" },
		index { "two", include = { "one" }, with = { fillfactor = 80 }, tablespace = "golden_fast", unique = true, nulls_not_distinct = true },
	})
	add_column("visits", column("five", "integer", { references = "places", match = "full", on_delete = "set null", on_update = "set null", deferrable = true, initially = "deferred" }))
end
