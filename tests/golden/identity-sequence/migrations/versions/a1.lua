revision { id = "a1", message = "identities", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("t", {
		column("a", "integer", { identity = { "always" } }),
		column("b", "bigint", { identity = { "by default", start = 10, max_value = 1000 } }),
		column("c", "smallint", { identity = { "always", increment = -1 } }),
	})
	create_table("u", { column("a", "bigint", { identity = { "always" } }), unlogged = true })
	create_table("v", { column("a", "integer", { identity = { "always", max_value = 2147483647 } }) })
end
