revision  a1
parent    <base>
message   languages and access methods
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE LANGUAGE ours HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- migrations/versions/a1.lua:6
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;

-- migrations/versions/a1.lua:7
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/a1.lua:8
COMMENT ON LANGUAGE ours IS 'like theirs';

-- migrations/versions/a1.lua:9
COMMENT ON ACCESS METHOD tree IS 'like btree';

downgrade (derived)

-- migrations/versions/a1.lua:9
COMMENT ON ACCESS METHOD tree IS NULL;

-- migrations/versions/a1.lua:8
COMMENT ON LANGUAGE ours IS NULL;

-- migrations/versions/a1.lua:7
DROP ACCESS METHOD pile;

-- migrations/versions/a1.lua:6
DROP ACCESS METHOD tree;

-- migrations/versions/a1.lua:5
DROP LANGUAGE ours;

revision  a2 (head)
parent    a1
message   renamed and dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER LANGUAGE ours RENAME TO mine;

-- migrations/versions/a2.lua:6
CREATE FUNCTION f() RETURNS integer LANGUAGE mine AS 'BEGIN RETURN 1; END';

-- migrations/versions/a2.lua:7
DROP ACCESS METHOD pile;

-- migrations/versions/a2.lua:9
DROP FUNCTION f();

-- migrations/versions/a2.lua:10
DROP LANGUAGE mine;

downgrade (derived)

-- migrations/versions/a2.lua:10
CREATE LANGUAGE mine HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- migrations/versions/a2.lua:10
COMMENT ON LANGUAGE mine IS 'like theirs';

-- migrations/versions/a2.lua:9
CREATE FUNCTION f() RETURNS integer LANGUAGE mine AS 'BEGIN RETURN 1; END';

-- migrations/versions/a2.lua:7
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/a2.lua:6
DROP FUNCTION f();

-- migrations/versions/a2.lua:5
ALTER LANGUAGE mine RENAME TO ours;
