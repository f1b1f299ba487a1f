revision { id = "a2", parent = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	bulk_insert("nosuch", { { a = 1 } })
	bulk_insert("t1", { { nme = "x" } })
	bulk_insert("t2", { { code = "x" } })
	bulk_insert("t3", {
		{ name = "x", n = 1 },
		{ name = null, n = "many" },
		{ name = "x", mood = "glad" },
	})
	bulk_insert("t4", { { name = "x", double = 2 } })
	bulk_insert("t5", { { name = "x", id = 2 } })
	bulk_insert("t6", { { name = "x", code = "a" }, { name = "x" }, { name = "x" }, { name = "x", code = "a" } })
	bulk_insert("t7", { { name = sql "upper(name)" } })
	bulk_insert("t8", { { name = sql "upper('a'" } })
	bulk_insert("t9", { { name = "a" } }, { on_conflict = "DO SOMETHING" })
	bulk_insert("t10", { { name = "a" } }, { on_conflict = "(n) DO NOTHING" })
	bulk_insert("t11", { { name = "a" } }, { on_conflict = "(code) DO UPDATE SET nme = 1" })
	bulk_insert("t12", { { name = "a" } }, { on_conflict = "ON CONSTRAINT t12_key DO NOTHING" })
	bulk_insert("triggered", { {} })
end
