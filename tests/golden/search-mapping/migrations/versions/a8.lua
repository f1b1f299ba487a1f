revision { id = "a8", parent = "a7", message = "and comes back so", created = "2026-11-30T15:11:00Z" }

function upgrade()
	execute [[
		DROP TEXT SEARCH CONFIGURATION second;
		DROP TEXT SEARCH DICTIONARY four CASCADE;
	]]
end
