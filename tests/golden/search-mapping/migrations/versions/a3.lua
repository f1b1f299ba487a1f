revision { id = "a3", parent = "a2", message = "by another name", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TEXT SEARCH DICTIONARY two RENAME TO three;
	]]
end
