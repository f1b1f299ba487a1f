revision { id = "a1", message = "rows of a new table", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table("countries", {
		column("code", "char(2)", { primary_key = true }),
		column("name", "text", { not_null = true, unique = true }),
	})
	create_table("people", {
		column("id", "bigint", { identity = { "always" }, primary_key = true }),
		column("name", "varchar(40)", { not_null = true }),
		column("mood", "mood", { not_null = true, default = "ok" }),
		column("tags", "text[]"),
		column("profile", "jsonb"),
		column("born", "date"),
		column("height", "numeric(5,2)"),
		column("happy", "boolean"),
		column("country", "char(2)", { references = "countries" }),
		column("upper_name", "text", { generated = "upper(name)" }),
		column("at", "timestamptz", { not_null = true, default = "2026-11-22 12:00:00+01" }),
	})
	bulk_insert("countries", { { code = "DE", name = "Deutschland" }, { code = "IT", name = "l'Italia" } })
end
