revision { id = "a2", parent = "a1", message = "moved and dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_extension("citext", { schema = "public" })
	execute [[ALTER EXTENSION citext SET SCHEMA ext]]
	drop_extension("hstore", { cascade = true })
	drop_column("t", "place")
	drop_extension { "cube", "earthdistance" }
	drop_extension("nothing", { if_exists = true })
	execute [[DROP EXTENSION citext]]
end
