revision { id = "a5", parent = "a4", message = "one that goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP TEXT SEARCH CONFIGURATION copied;
	]]
end
