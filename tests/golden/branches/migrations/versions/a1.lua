revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("name", "text") })
	create_table("notes", { column("id", "bigint", { primary_key = true }) })
end
