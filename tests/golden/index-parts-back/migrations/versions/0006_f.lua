revision { id = "a006", parent = "a005", message = "And the tables", created = "2026-11-29T12:05:00Z" }

function upgrade()
	drop_table "p"
end
