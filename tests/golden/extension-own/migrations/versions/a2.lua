revision { id = "a2", parent = "a1", message = "goes with what needs it", created = "2026-11-30T01:52:00Z" }

function upgrade()
	drop_extension("plpgsql", { cascade = true })
end
