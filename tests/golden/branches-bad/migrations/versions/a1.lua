revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_table("same", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("gone", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("types", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("seen", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("defaults", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_enum("kind", { "a" })
end
