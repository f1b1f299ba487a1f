revision { id = "a1", message = "a1" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("n", "integer") })
end
