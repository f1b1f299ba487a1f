revision { id = "a4", parent = "a3", message = "and away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("t", "a")
	alter_column("t", "b", { identity = null })
	drop_table("u")
	alter_column("y", "a", { type = "bigint" })
	alter_table("v", { unlogged = true })
	alter_table("x", { unlogged = false })
	drop_table "w"
end
