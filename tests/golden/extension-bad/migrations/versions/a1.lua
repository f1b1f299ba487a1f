revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_extension("citext")
	create_extension("hstore")
	create_extension("pg_trgm")
	create_extension("uuid-ossp")
	create_extension("ltree")
	create_extension("unaccent")
	create_extension("cube")
	create_extension("isn")
	create_table("t", {
		column("a", "citext"),
		column("h", "hstore[]"),
		column("id", "uuid", { default = sql "uuid_generate_v4()" }),
		column("name", "text"),
		index { { "name", operator_class = "gin_trgm_ops" }, using = "gin" },
		check { "unaccent(name) <> ''" },
	})
	create_extension("citext")
	create_extension("earthdistance", { schema = "nosuch" })
	create_extension("plpgsql")
	create_extension("adminpack", { schema = "public" })
	create_extension("postgis_topology")
	alter_extension("citex", { update = true })
	alter_extension("isn", { schema = "nosuch2" })
	drop_extension("hstore")
	drop_extension("pg_trgm")
	drop_extension("uuid-ossp")
	drop_extension { "ltree", "ltre" }
	drop_extension("unaccent")
end
