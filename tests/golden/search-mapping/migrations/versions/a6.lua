revision { id = "a6", parent = "a5", message = "and one with what it is made of", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP TEXT SEARCH DICTIONARY three CASCADE;
	]]
end
