revision { id = "a2", parent = "a1", message = "more refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_extension("seg")
	create_extension("lo")
	create_extension("postgis_raster")
	create_table("u", { column("s", "seg"), column("l", "loo") })
	drop_extension("seg")
end
