revision { id = "a1", parent = nil, message = "configurations with mappings", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TEXT SEARCH DICTIONARY one (TEMPLATE = simple);
		CREATE TEXT SEARCH DICTIONARY two (TEMPLATE = simple);
		CREATE TEXT SEARCH CONFIGURATION copied (COPY = simple);
		ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word WITH one, simple;
		ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR int WITH one;
		CREATE TEXT SEARCH CONFIGURATION own (PARSER = default);
		ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR word WITH one;
		ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR int, url WITH public.one, simple;
	]]
end
