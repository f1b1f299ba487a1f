revision { id = "a3", parent = "a2", message = "scalars in GiST and GIN", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_extension("btree_gist")
	create_extension("btree_gin")
	create_table("rooms", {
		column("room", "integer"), column("during", "tsrange"),
		exclude { { "room", "=" }, { "during", "&&" }, using = "gist" },
		index { "room", using = "gin" },
	})
	drop_extension("btree_gist")
	drop_extension("btree_gin")
end
