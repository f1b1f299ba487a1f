revision { id = "a1", message = "sequences", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_table("t", {
		column("a", "integer"),
		column("b", "integer", { identity = { "by default", start = 10 } }),
		column("c", "serial"),
	})
	create_sequence("s1")
	create_sequence("s1", { if_not_exists = true })
	create_sequence("billing.s2", {
		type = "smallint", start = 5, increment = 2, min_value = 3, max_value = 100,
		cache = 4, cycle = true, comment = "it's",
	})
	create_sequence("s3", { min_value = "none", max_value = "none", cycle = false })
	create_sequence("s4", { increment = -1, owned_by = "t.a" })
	create_sequence("s5", { owned_by = "none" })
	create_sequence("s6", { temporary = true })
	alter_column("t", "a", { default = sql "nextval('s4')" })
end
