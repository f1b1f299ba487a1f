revision { id = "a2", parent = "a1", message = "changes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_sequence("s1", { type = "integer", increment = 3, start = 7, restart = false, cache = 2, cycle = true })
	alter_sequence("billing.s2", { min_value = 1, max_value = "none" })
	alter_sequence("s3", { increment = -2, owned_by = "t.c" })
	alter_sequence("s4", { owned_by = "none" })
	alter_sequence("t_b_seq", { increment = 5, max_value = 1000 })
	alter_sequence("t_c_seq", { cycle = true })
	alter_sequence("nothing", { cycle = true, if_exists = true })
end
