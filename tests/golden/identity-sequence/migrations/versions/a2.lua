revision { id = "a2", parent = "a1", message = "of another type than their columns", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_sequence("t_a_seq", { type = "bigint" })
	alter_sequence("t_b_seq", { type = "smallint", increment = 3, cache = 4, cycle = true })
	execute "ALTER SEQUENCE t_c_seq AS integer"
	alter_sequence("u_a_seq", { type = "smallint", unlogged = false })
	execute "ALTER SEQUENCE v_a_seq SET UNLOGGED"
end
