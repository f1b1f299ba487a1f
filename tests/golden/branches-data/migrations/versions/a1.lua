revision { id = "a1", message = "a1" }

function upgrade()
	create_table("renamed", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("copied", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("called", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("filled", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
	create_table("changed", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
end
