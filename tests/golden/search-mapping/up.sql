revision  a1
parent    <base>
message   configurations with mappings
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TEXT SEARCH DICTIONARY one (TEMPLATE = simple);

-- migrations/versions/a1.lua:6
CREATE TEXT SEARCH DICTIONARY two (TEMPLATE = simple);

-- migrations/versions/a1.lua:7
CREATE TEXT SEARCH CONFIGURATION copied (COPY = simple);

-- migrations/versions/a1.lua:8
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word WITH one, simple;

-- migrations/versions/a1.lua:9
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR int WITH one;

-- migrations/versions/a1.lua:10
CREATE TEXT SEARCH CONFIGURATION own (PARSER = default);

-- migrations/versions/a1.lua:11
ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR word WITH one;

-- migrations/versions/a1.lua:12
ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR int, url WITH public.one, simple;

downgrade (derived)

-- migrations/versions/a1.lua:12
ALTER TEXT SEARCH CONFIGURATION own DROP MAPPING IF EXISTS FOR "int";

-- migrations/versions/a1.lua:12
ALTER TEXT SEARCH CONFIGURATION own DROP MAPPING IF EXISTS FOR url;

-- migrations/versions/a1.lua:11
ALTER TEXT SEARCH CONFIGURATION own DROP MAPPING IF EXISTS FOR word;

-- migrations/versions/a1.lua:10
DROP TEXT SEARCH CONFIGURATION own;

-- migrations/versions/a1.lua:7
DROP TEXT SEARCH CONFIGURATION copied;

-- migrations/versions/a1.lua:6
DROP TEXT SEARCH DICTIONARY two;

-- migrations/versions/a1.lua:5
DROP TEXT SEARCH DICTIONARY one;

revision  a2
parent    a1
message   another dictionary
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word, int REPLACE public.one WITH two;

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR url REPLACE one WITH simple;

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING REPLACE one WITH two;

-- migrations/versions/a2.lua:8
DROP TEXT SEARCH DICTIONARY one;

downgrade (derived)

-- migrations/versions/a2.lua:8
CREATE TEXT SEARCH DICTIONARY one (TEMPLATE = simple);

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR word WITH one;

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR "int" WITH one, simple;

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR url WITH one, simple;

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word WITH one, simple;

-- migrations/versions/a2.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR "int" WITH one;

revision  a3
parent    a2
message   by another name
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH DICTIONARY two RENAME TO three;

downgrade (derived)

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH DICTIONARY three RENAME TO two;

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR word WITH two;

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR "int" WITH two, simple;

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word WITH two, simple;

-- migrations/versions/a3.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR "int" WITH two;

revision  a4
parent    a3
message   less of a copy
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
ALTER TEXT SEARCH CONFIGURATION copied DROP MAPPING FOR int;

downgrade (derived)

-- migrations/versions/a4.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR "int" WITH three;

revision  a5
parent    a4
message   one that goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
DROP TEXT SEARCH CONFIGURATION copied;

downgrade (derived)

-- migrations/versions/a5.lua:5
CREATE TEXT SEARCH CONFIGURATION copied (COPY = simple);

-- migrations/versions/a5.lua:5
ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word WITH three, simple;

-- migrations/versions/a5.lua:5
ALTER TEXT SEARCH CONFIGURATION copied DROP MAPPING IF EXISTS FOR "int";

revision  a6
parent    a5
message   and one with what it is made of
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
DROP TEXT SEARCH DICTIONARY three CASCADE;

downgrade (derived)

-- migrations/versions/a6.lua:5
CREATE TEXT SEARCH DICTIONARY three (TEMPLATE = simple);

-- migrations/versions/a6.lua:5
CREATE TEXT SEARCH CONFIGURATION own (PARSER = default);

-- migrations/versions/a6.lua:5
ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR word WITH three;

-- migrations/versions/a6.lua:5
ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR "int" WITH three, simple;

-- migrations/versions/a6.lua:5
ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR url WITH simple, simple;

revision  a7
parent    a6
message   a copy is its own
created   2026-11-30T15:10:00Z
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:5
CREATE TEXT SEARCH DICTIONARY four (TEMPLATE = simple);

-- migrations/versions/a7.lua:6
CREATE TEXT SEARCH CONFIGURATION first (PARSER = default);

-- migrations/versions/a7.lua:7
ALTER TEXT SEARCH CONFIGURATION first ADD MAPPING FOR word, int WITH four;

-- migrations/versions/a7.lua:8
CREATE TEXT SEARCH CONFIGURATION second (COPY = first);

-- migrations/versions/a7.lua:9
ALTER TEXT SEARCH CONFIGURATION second DROP MAPPING FOR int;

-- migrations/versions/a7.lua:10
CREATE TEXT SEARCH CONFIGURATION third (COPY = second);

-- migrations/versions/a7.lua:11
DROP TEXT SEARCH CONFIGURATION first;

-- migrations/versions/a7.lua:12
ALTER TEXT SEARCH CONFIGURATION third ADD MAPPING FOR int WITH simple;

downgrade (derived)

-- migrations/versions/a7.lua:12
ALTER TEXT SEARCH CONFIGURATION third DROP MAPPING IF EXISTS FOR "int";

-- migrations/versions/a7.lua:11
CREATE TEXT SEARCH CONFIGURATION first (PARSER = default);

-- migrations/versions/a7.lua:11
ALTER TEXT SEARCH CONFIGURATION first ADD MAPPING FOR word WITH four;

-- migrations/versions/a7.lua:11
ALTER TEXT SEARCH CONFIGURATION first ADD MAPPING FOR "int" WITH four;

-- migrations/versions/a7.lua:10
DROP TEXT SEARCH CONFIGURATION third;

-- migrations/versions/a7.lua:9
ALTER TEXT SEARCH CONFIGURATION second ADD MAPPING FOR "int" WITH four;

-- migrations/versions/a7.lua:8
DROP TEXT SEARCH CONFIGURATION second;

-- migrations/versions/a7.lua:7
ALTER TEXT SEARCH CONFIGURATION first DROP MAPPING IF EXISTS FOR word;

-- migrations/versions/a7.lua:7
ALTER TEXT SEARCH CONFIGURATION first DROP MAPPING IF EXISTS FOR "int";

-- migrations/versions/a7.lua:6
DROP TEXT SEARCH CONFIGURATION first;

-- migrations/versions/a7.lua:5
DROP TEXT SEARCH DICTIONARY four;

revision  a8 (head)
parent    a7
message   and comes back so
created   2026-11-30T15:11:00Z
file      migrations/versions/a8.lua

upgrade

-- migrations/versions/a8.lua:5
DROP TEXT SEARCH CONFIGURATION second;

-- migrations/versions/a8.lua:6
DROP TEXT SEARCH DICTIONARY four CASCADE;

downgrade (derived)

-- migrations/versions/a8.lua:6
CREATE TEXT SEARCH DICTIONARY four (TEMPLATE = simple);

-- migrations/versions/a8.lua:6
CREATE TEXT SEARCH CONFIGURATION third (PARSER = default);

-- migrations/versions/a8.lua:6
ALTER TEXT SEARCH CONFIGURATION third ADD MAPPING FOR word WITH four;

-- migrations/versions/a8.lua:6
ALTER TEXT SEARCH CONFIGURATION third ADD MAPPING FOR "int" WITH simple;

-- migrations/versions/a8.lua:5
CREATE TEXT SEARCH CONFIGURATION second (PARSER = default);

-- migrations/versions/a8.lua:5
ALTER TEXT SEARCH CONFIGURATION second ADD MAPPING FOR word WITH four;
