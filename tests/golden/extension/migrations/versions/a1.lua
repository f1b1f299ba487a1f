revision { id = "a1", message = "extensions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "ext"
	create_extension("plpgsql", { if_not_exists = true })
	create_extension("citext", { schema = "ext", if_not_exists = true })
	create_extension("earthdistance", { cascade = true })
	create_extension("hstore", { version = "1.8" })
	execute [[CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA ext]]
	comment_on("extension hstore", "keys and values")
	create_table("t", {
		column("id", "uuid", { default = sql "ext.uuid_generate_v4()" }),
		column("h", "hstore", { not_null = true, default = "" }),
		column("place", "cube"),
	})
end
