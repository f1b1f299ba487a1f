revision  a1
parent    <base>
message   text search
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:6
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple, ACCEPT = false);

-- migrations/versions/a1.lua:7
CREATE TEXT SEARCH CONFIGURATION words (PARSER = "default");

-- migrations/versions/a1.lua:8
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR asciiword, word WITH plain, english_stem;

-- migrations/versions/a1.lua:9
CREATE TEXT SEARCH CONFIGURATION mine (COPY = english);

-- migrations/versions/a1.lua:10
ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING FOR asciiword WITH plain;

-- migrations/versions/a1.lua:11
COMMENT ON TEXT SEARCH CONFIGURATION words IS 'few';

-- migrations/versions/a1.lua:12
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

downgrade (derived)

-- migrations/versions/a1.lua:12
DROP CONVERSION latin;

-- migrations/versions/a1.lua:11
COMMENT ON TEXT SEARCH CONFIGURATION words IS NULL;

-- migrations/versions/a1.lua:9
DROP TEXT SEARCH CONFIGURATION mine;

-- migrations/versions/a1.lua:8
ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING IF EXISTS FOR asciiword;

-- migrations/versions/a1.lua:8
ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING IF EXISTS FOR word;

-- migrations/versions/a1.lua:7
DROP TEXT SEARCH CONFIGURATION words;

-- migrations/versions/a1.lua:6
DROP TEXT SEARCH DICTIONARY plain;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH DICTIONARY plain (ACCEPT = true, STOPWORDS = english);

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR word WITH simple;

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING FOR asciiword;

-- migrations/versions/a2.lua:8
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR int WITH simple;

-- migrations/versions/a2.lua:9
ALTER TEXT SEARCH CONFIGURATION words RENAME TO few;

-- migrations/versions/a2.lua:10
ALTER TEXT SEARCH CONFIGURATION mine SET SCHEMA app;

-- migrations/versions/a2.lua:11
ALTER CONVERSION latin RENAME TO from_latin;

downgrade (derived)

-- migrations/versions/a2.lua:11
ALTER CONVERSION from_latin RENAME TO latin;

-- migrations/versions/a2.lua:10
ALTER TEXT SEARCH CONFIGURATION app.mine SET SCHEMA public;

-- migrations/versions/a2.lua:9
ALTER TEXT SEARCH CONFIGURATION few RENAME TO words;

-- migrations/versions/a2.lua:8
ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING IF EXISTS FOR "int";

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR asciiword WITH plain, english_stem;

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR word WITH plain, english_stem;

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH DICTIONARY plain (accept = 'false');

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH DICTIONARY plain (stopwords);

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP TEXT SEARCH CONFIGURATION few;

-- migrations/versions/a3.lua:6
DROP CONVERSION from_latin;

downgrade (derived)

-- migrations/versions/a3.lua:6
CREATE CONVERSION from_latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- migrations/versions/a3.lua:5
CREATE TEXT SEARCH CONFIGURATION few (PARSER = "default");

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION few ADD MAPPING FOR word WITH simple;

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION few ADD MAPPING FOR "int" WITH simple;

-- migrations/versions/a3.lua:5
COMMENT ON TEXT SEARCH CONFIGURATION few IS 'few';
