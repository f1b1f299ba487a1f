revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	create_table("own", { column("id", "bigint", { primary_key = true }) })
end
