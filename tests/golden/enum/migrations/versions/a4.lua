revision { id = "a4", parent = "a3", message = "drops", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("people", "kind")
	drop_enum { "sort", "Odd name" }
	drop_enum("nothing", { if_exists = true })
	drop_enum("feeling", { cascade = true })
end
