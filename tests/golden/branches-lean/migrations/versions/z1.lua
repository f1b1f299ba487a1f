revision { id = "z1", parent = "a1", message = "z1" }

function upgrade()
	create_table("later", { column("id", "bigint", { primary_key = true }) })
end
