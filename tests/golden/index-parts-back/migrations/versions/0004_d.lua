revision { id = "a004", parent = "a003", message = "Dropped with a column, and by name", created = "2026-11-29T12:03:00Z" }

function upgrade()
	drop_column("p", "c3")
	drop_constraint("p", "p_u")
end
