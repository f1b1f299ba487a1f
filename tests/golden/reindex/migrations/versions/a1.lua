revision { id = "a1", message = "indexes made anew", created = "2026-11-23T02:00:00Z" }

function upgrade()
	create_schema "app"
	create_table("app.t", { column("a", "integer", { primary_key = true }) })
	execute([[REINDEX TABLE CONCURRENTLY app.t]], { down = "" })
	execute([[REINDEX INDEX CONCURRENTLY app.t_pkey]], { down = "" })
	execute([[REINDEX SCHEMA CONCURRENTLY app]], { down = "" })
	execute([[REINDEX TABLE app.t]], { down = "" })
end
