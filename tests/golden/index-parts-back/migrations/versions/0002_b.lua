revision { id = "a002", parent = "a001", message = "Dropped with the whole", created = "2026-11-29T12:01:00Z" }

function upgrade()
	drop_index "p_i"
	drop_constraint("p", "p_u")
end
