revision { id = "a2", parent = "a1", message = "columns that come back to rows", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("parted", "a")
	drop_column("parent", "a")
end
