revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TEXT SEARCH DICTIONARY plain (ACCEPT = true, STOPWORDS = english);
		ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR word WITH simple;
		ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING FOR asciiword;
		ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR int WITH simple;
		ALTER TEXT SEARCH CONFIGURATION words RENAME TO few;
		ALTER TEXT SEARCH CONFIGURATION mine SET SCHEMA app;
		ALTER CONVERSION latin RENAME TO from_latin;
	]]
end
