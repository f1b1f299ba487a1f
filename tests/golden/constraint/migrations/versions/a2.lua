revision { id = "a2", parent = "a1", message = "foreign keys", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("keys", {
		column("a", "integer"),
		column("b", "text"),
		column("c", "uuid"),
		primary_key { "a", "b" },
		unique { "c" },
	})
	create_table("billing", {
		column("a", "bigint"),
		column("b", "varchar(10)"),
		column("c", "uuid", { references = "keys(c)", on_update = "set null", deferrable = true, initially = "deferred" }),
		foreign_key { "b", "a", references = "keys(b, a)", match = "full", on_delete = "set null", on_update = "cascade", comment = "the other way round" },
		foreign_key { "a", "b", references = "keys", name = "partly", on_delete = "set default", on_delete_columns = { "b" } },
		foreign_key { "a", "b", references = "keys", on_delete = "restrict", on_update = "restrict", deferrable = true },
	})
	create_table("bookings", {
		column("room", "integer"),
		column("during", "tstzrange"),
		column("spot", "point"),
		column("state", "text"),
		exclude { { "during", "&&" }, using = "gist", where = "state <> 'cancelled'", comment = "no two at once" },
		exclude { { "room", "=", order = "desc", nulls = "last" }, { sql "lower(state)", "=", collation = "C" }, include = { "room" }, deferrable = true },
		exclude { { sql "box(spot, spot)", "&&", operator_class = "box_ops" }, using = "gist", name = "spots", with = { fillfactor = 80 }, initially = "deferred" },
		exclude { { "room", "OPERATOR(pg_catalog.=)" }, using = "hash" },
	})
end
