revision { id = "a6", parent = "a5", message = "The part of a partition has its own" }

function upgrade()
	create_table("p", {
		column("id", "bigint", { primary_key = true }),
		partition_by = "range (id)",
		partition("p_1", { from = 1, to = 10 }),
	})
	comment_on("index p_pkey", "of all")
	comment_on("index p_1_pkey", "of one")
end
