revision { id = "a1", message = "a new table and its rows", created = "2026-11-23T10:00:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table("countries", {
		column("code", "char(2)", { primary_key = true }),
		column("name", "text", { not_null = true, unique = true }),
		column("area", "numeric(10,1)"),
		column("note", "text", { default = "none" }),
	})
	create_table("people", {
		column("id", "bigint", { identity = { "always" }, primary_key = true }),
		column("name", "varchar(40)", { not_null = true }),
		column("mood", "mood", { not_null = true, default = "ok" }),
		column("tags", "text[]"),
		column("born", "date"),
		column("country", "char(2)", { references = "countries" }),
		column("upper_name", "text", { generated = "upper(name)" }),
	})
	copy_file("countries", "../data/countries.csv")
end
