revision { id = "a6", parent = "a5", message = "and come back with it", created = "2026-11-30T01:20:00Z" }

function upgrade()
	execute [[DROP TYPE frange]]
end
