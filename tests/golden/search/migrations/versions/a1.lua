revision { id = "a1", message = "text search", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute [[
		CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple, ACCEPT = false);
		CREATE TEXT SEARCH CONFIGURATION words (PARSER = "default");
		ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR asciiword, word WITH plain, english_stem;
		CREATE TEXT SEARCH CONFIGURATION mine (COPY = english);
		ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING FOR asciiword WITH plain;
		COMMENT ON TEXT SEARCH CONFIGURATION words IS 'few';
		CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
	]]
end
