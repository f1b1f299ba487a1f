revision { id = "a5", parent = "a4", message = "and away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_index("parts_n_idx")
	drop_constraint("parts", "parts_pkey")
end
