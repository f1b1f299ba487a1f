revision { id = "a4", parent = "a3", message = "less of a copy", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TEXT SEARCH CONFIGURATION copied DROP MAPPING FOR int;
	]]
end
