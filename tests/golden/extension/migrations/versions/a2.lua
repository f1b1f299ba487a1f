revision { id = "a2", parent = "a1", message = "moved and dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_extension("citext", { schema = "public" })
	execute [[ALTER EXTENSION citext SET SCHEMA ext]]
	drop_extension("hstore", { cascade = true })
	drop_extension({ "unaccent", "pg_trgm" }, { cascade = true })
	drop_extension("cube", { cascade = true })
	create_extension("earthdistance", { cascade = true })
	drop_extension { "cube", "earthdistance" }
	drop_extension("nothing", { if_exists = true })
	execute [[DROP EXTENSION citext]]
end
