revision { id = "a5", parent = "a4", message = "a schema goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "gone"
	create_table("gone.g", { column("id", "serial"), column("i", "integer", { identity = { "always" } }) })
	create_sequence("gone.q")
	create_table("stays", {
		column("a", "bigint", { default = sql "nextval('gone.g_id_seq')" }),
		column("b", "bigint", { default = sql "nextval('gone.g_i_seq')" }),
		column("c", "bigint", { default = sql "nextval('gone.q')" }),
	})
end
