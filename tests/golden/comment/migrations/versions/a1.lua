revision { id = "a1", message = "comments", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_enum("kind", { "a" })
	create_sequence("numbers")
	create_extension("citext")
	comment_on("extension citext", "an extension")
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text", { unique = true }),
		column("Odd name", "text"),
		check { "email <> ''" },
		index { "email", name = "by_email" },
	})
	create_table("billing.invoices", { column("id", "bigint") })
end
