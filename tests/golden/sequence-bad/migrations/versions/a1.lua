revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	for i = 1, 9 do
		create_sequence("s" .. i)
	end
	create_schema "other"
	create_table("t", { column("a", "integer", { identity = { "always" } }), column("b", "serial") })
	create_table("u", { column("a", "integer", { default = sql "nextval('public.s1'::regclass)" }) })
	create_table("v", { column("a", "integer", { identity = { "always" } }) })
	create_table("w", { column("a", "integer", { identity = { "always" } }) })
	create_index("u", { "a" })
	create_sequence("s2")
	create_sequence("t")
	create_sequence("nosuch.s")
	create_sequence("a1", { increment = 0 })
	create_sequence("a2", { cache = 0 })
	create_sequence("a3", { min_value = 5, max_value = 5 })
	create_sequence("a4", { min_value = 5, start = 4 })
	create_sequence("a5", { type = "smallint", max_value = 40000 })
	create_sequence("a6", { increment = -1, start = 5 })
	create_sequence("a7", { owned_by = "x" })
	create_sequence("a8", { owned_by = "nosuch.a" })
	create_sequence("a9", { owned_by = "v.nosuch" })
	create_sequence("other.b1", { owned_by = "w.a" })
	execute [[CREATE SEQUENCE b2 AS text]]
	execute [[CREATE SEQUENCE b3 MAXVALUE 99999999999999999999]]
	alter_sequence("s3", { restart = 0 })
	alter_sequence("s4", { restart = 11, max_value = 10 })
	alter_sequence("s5", { min_value = 3 })
	alter_sequence("s99", { min_value = 3 })
	alter_sequence("v_a_seq", { owned_by = "none" })
	alter_sequence("u_a_idx", { cycle = true })
	rename_sequence("s6", "s6")
	rename_sequence("s7", "nosuch.s7")
	rename_sequence("w_a_seq", "other.w_a_seq")
	drop_sequence("s98")
	drop_sequence("s1")
	drop_sequence("t_b_seq")
	drop_sequence("t_a_seq", { cascade = true })
	drop_sequence("u")
end
