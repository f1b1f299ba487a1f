revision { id = "a1", parent = nil, message = "Comments on the indexes of constraints" }

function upgrade()
	create_table("t", {
		column("id", "bigint", { primary_key = true }),
		column("code", "text", { unique = true }),
		column("at", "tsrange"),
		exclude { { "at", "&&" }, using = "gist", name = "apart" },
	})
	comment_on("index t_pkey", "finds one")
	execute "COMMENT ON CONSTRAINT t_pkey ON t IS 'one of each'; COMMENT ON INDEX apart IS 'never at once'"
end
