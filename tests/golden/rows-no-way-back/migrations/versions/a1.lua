revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("keyed", {
		column("id", "integer", { primary_key = true }),
		column("code", "text", { unique = true }),
		column("n", "integer", { default = 0 }),
	})
	create_table("bare", { column("a", "integer"), column("b", "serial") })
	create_index("keyed", { "n", "code" }, { unique = true })
end
