revision { id = "a4", parent = "a3", message = "drops", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_sequence { "s5", "billing.s2" }
	drop_sequence("billing.numbers", { cascade = true })
	drop_sequence("nothing", { if_exists = true })
	drop_column("t", "c")
	drop_table "t"
end
