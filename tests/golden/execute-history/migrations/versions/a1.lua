revision { id = "a1", message = "the tables of migrate are there", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute("SELECT count(*) FROM migrate_history", { down = "" })
	execute("SELECT max(at) FROM public.migrate_audit", { down = "" })
end
