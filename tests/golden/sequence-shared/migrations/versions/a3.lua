revision { id = "a3", parent = "a2", message = "tables go", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_table("billing.a", { cascade = true })
	drop_table("i", { cascade = true })
end
