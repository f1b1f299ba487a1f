revision { id = "a2", parent = "a1", message = "rows that cannot be told from others", created = "2026-11-22T15:10:00Z" }

function upgrade()
	bulk_insert("bare", { { a = 1 }, {}, { b = 7, a = null } })
	bulk_insert("bare", { {}, {} })
	bulk_insert("keyed", { { id = sql "1 + 1" } })
	bulk_insert("keyed", { { id = 3 } }, { on_conflict = "DO NOTHING" })
	bulk_insert("keyed", { { id = 3, code = "c", n = 1 } }, { on_conflict = "(id) DO UPDATE SET n = keyed.n + excluded.n" })
	bulk_insert("keyed", { { id = 4, code = "c" } }, { on_conflict = "(code) DO NOTHING" })
	bulk_insert("keyed", { { id = 5, code = "e" } }, { on_conflict = "(code, n) DO NOTHING" })
	bulk_insert("keyed", { { id = 6, code = "f" } }, { on_conflict = "ON CONSTRAINT keyed_pkey DO NOTHING" })
end
