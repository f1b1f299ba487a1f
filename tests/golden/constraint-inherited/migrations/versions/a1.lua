revision { id = "a1", message = "tables that inherit", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("things", {
		column("id", "bigint", { primary_key = true }),
		column("name", "text", { check = "name <> ''" }),
		column("size", "integer"),
		check { "size > 0", name = "positive" },
		check { "size < 1000", name = "here only", no_inherit = true },
	})
	create_table("boxes", {
		column("lid", "boolean"),
		check { "size > 0", name = "positive" },
		inherits = "things",
	})
	create_table("crates", { inherits = "boxes" })
end
