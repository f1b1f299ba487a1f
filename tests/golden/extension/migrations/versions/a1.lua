revision { id = "a1", message = "extensions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "ext"
	create_extension("plpgsql", { if_not_exists = true })
	create_extension("citext", { schema = "ext", if_not_exists = true })
	create_extension("earthdistance", { cascade = true })
	create_extension("hstore", { version = "1.8" })
	execute [[CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA ext]]
	comment_on("extension hstore", "keys and values")
	create_extension("unaccent")
	create_extension("pg_trgm")
	create_table("names", {
		column("name", "text", { default = sql "unaccent('X')" }),
		column("short", "text"),
		check { "unaccent(short) <> ''" },
		index { { "name", operator_class = "gin_trgm_ops" }, using = "gin" },
	})
	create_table("t", {
		column("id", "uuid", { default = sql "ext.uuid_generate_v4()" }),
		column("place", "cube"),
		column("h", "hstore", { not_null = true, default = "" }),
	})
end
