revision { id = "a1", message = "what is there", created = "2026-11-22T15:10:00Z" }

function upgrade()
	for i = 1, 16 do
		create_enum("e" .. i, { "a", "b" })
	end
	create_table("by_default", { column("k", "e1", { default = "a" }) })
	create_table("by_array", { column("k", "e2[]", { default = array { "a" } }) })
	create_table("by_check", { column("k", "e3"), check { "k <> 'a'" } })
	create_table("by_index", { column("k", "e4"), column("n", "integer"), index { "n", where = "k = 'a'" } })
	create_table("by_generated", { column("k", "e5"), column("g", "boolean", { generated = "k = 'b'" }) })
	create_table("by_partition", { column("k", "e6"), partition_by = "list (k)" })
	create_sequence("s")
	execute [[CREATE DOMAIN d AS text]]
end
