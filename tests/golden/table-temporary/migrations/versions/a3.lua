revision { id = "a3", parent = "a2", message = "And the parent goes", created = "2026-11-30T00:30:00Z" }

function upgrade()
	drop_table("places")
end
