revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_enum("kind", { "a", "b" })
	create_table("t", { column("k", "kind") })
	create_table("u", { column("id", "bigint") })
end
