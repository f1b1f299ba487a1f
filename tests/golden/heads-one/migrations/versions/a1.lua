revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_table("t", { column("id", "bigint", { primary_key = true }) })
end
