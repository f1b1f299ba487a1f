revision { id = "a7", parent = "a6", message = "a copy is its own", created = "2026-11-30T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TEXT SEARCH DICTIONARY four (TEMPLATE = simple);
		CREATE TEXT SEARCH CONFIGURATION first (PARSER = default);
		ALTER TEXT SEARCH CONFIGURATION first ADD MAPPING FOR word, int WITH four;
		CREATE TEXT SEARCH CONFIGURATION second (COPY = first);
		ALTER TEXT SEARCH CONFIGURATION second DROP MAPPING FOR int;
		CREATE TEXT SEARCH CONFIGURATION third (COPY = second);
		DROP TEXT SEARCH CONFIGURATION first;
		ALTER TEXT SEARCH CONFIGURATION third ADD MAPPING FOR int WITH simple;
	]]
end
