revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_table("defaults", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("kept", { column("id", "bigint", { primary_key = true }) })
	create_enum("kind", { "a" })
	create_table("kinds", { column("k", "kind") })
end
