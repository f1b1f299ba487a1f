revision  a1
parent    <base>
message   rarer kinds
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:5
CREATE FOREIGN DATA WRAPPER away VALIDATOR postgresql_fdw_validator;

-- migrations/versions/a.lua:6
CREATE FOREIGN DATA WRAPPER bare;

-- migrations/versions/a.lua:7
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/a.lua:8
CREATE LANGUAGE speech HANDLER plpgsql_call_handler;

-- migrations/versions/a.lua:9
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);

-- migrations/versions/a.lua:10
CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- migrations/versions/a.lua:12
CREATE TABLE piled (
  a integer
)
USING pile;

-- migrations/versions/a.lua:13
CREATE FUNCTION say() RETURNS int LANGUAGE speech AS 'x';

downgrade (derived)

-- migrations/versions/a.lua:13
DROP FUNCTION say();

-- migrations/versions/a.lua:12, loses data
DROP TABLE piled;

-- migrations/versions/a.lua:10
DROP AGGREGATE rows(*);

-- migrations/versions/a.lua:9
DROP AGGREGATE total(integer);

-- migrations/versions/a.lua:8
DROP LANGUAGE speech;

-- migrations/versions/a.lua:7
DROP ACCESS METHOD pile;

-- migrations/versions/a.lua:6
DROP FOREIGN DATA WRAPPER bare;

-- migrations/versions/a.lua:5
DROP FOREIGN DATA WRAPPER away;

revision  a2
parent    a1
message   altered
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
ALTER FOREIGN DATA WRAPPER away NO VALIDATOR;

-- migrations/versions/b.lua:6
ALTER FOREIGN DATA WRAPPER bare NO HANDLER VALIDATOR postgresql_fdw_validator;

-- migrations/versions/b.lua:7
REVOKE EXECUTE ON FUNCTION total(int), rows() FROM PUBLIC;

-- migrations/versions/b.lua:8
ALTER LANGUAGE speech RENAME TO talk;

-- migrations/versions/b.lua:9
CREATE FUNCTION listen() RETURNS int LANGUAGE talk SET work_mem = '1MB' AS 'x';

-- migrations/versions/b.lua:10
ALTER FUNCTION listen() SET search_path = public;

-- migrations/versions/b.lua:11
ALTER FUNCTION listen() RESET ALL;

-- migrations/versions/b.lua:12
COMMENT ON SCHEMA public IS 'ours';

downgrade (derived)

-- migrations/versions/b.lua:12
COMMENT ON SCHEMA public IS 'standard public schema';

-- migrations/versions/b.lua:11
ALTER FUNCTION listen() SET search_path TO 'public';

-- migrations/versions/b.lua:11
ALTER FUNCTION listen() SET work_mem TO '1MB';

-- migrations/versions/b.lua:10
ALTER FUNCTION listen() RESET search_path;

-- migrations/versions/b.lua:9
DROP FUNCTION listen();

-- migrations/versions/b.lua:8
ALTER LANGUAGE talk RENAME TO speech;

-- migrations/versions/b.lua:7
GRANT EXECUTE ON FUNCTION rows() TO PUBLIC;

-- migrations/versions/b.lua:7
GRANT EXECUTE ON FUNCTION total(integer) TO PUBLIC;

-- migrations/versions/b.lua:6
ALTER FOREIGN DATA WRAPPER bare NO VALIDATOR;

-- migrations/versions/b.lua:5
ALTER FOREIGN DATA WRAPPER away VALIDATOR postgresql_fdw_validator;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
DROP ACCESS METHOD pile CASCADE;

-- migrations/versions/c.lua:5
DROP LANGUAGE talk CASCADE;

-- migrations/versions/c.lua:6
DROP AGGREGATE total(int), rows(*);

-- migrations/versions/c.lua:7
DROP FOREIGN DATA WRAPPER away, bare;

-- migrations/versions/c.lua:8
COMMENT ON SCHEMA public IS NULL;

downgrade (derived)

-- migrations/versions/c.lua:8
COMMENT ON SCHEMA public IS 'ours';

-- migrations/versions/c.lua:7
CREATE FOREIGN DATA WRAPPER bare;

-- migrations/versions/c.lua:7
ALTER FOREIGN DATA WRAPPER bare VALIDATOR postgresql_fdw_validator;

-- migrations/versions/c.lua:7
CREATE FOREIGN DATA WRAPPER away VALIDATOR postgresql_fdw_validator;

-- migrations/versions/c.lua:7
ALTER FOREIGN DATA WRAPPER away NO VALIDATOR;

-- migrations/versions/c.lua:6
CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- migrations/versions/c.lua:6
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);

-- migrations/versions/c.lua:6
REVOKE EXECUTE ON FUNCTION rows() FROM PUBLIC;

-- migrations/versions/c.lua:6
REVOKE EXECUTE ON FUNCTION total(integer) FROM PUBLIC;

-- migrations/versions/c.lua:5
CREATE LANGUAGE talk HANDLER plpgsql_call_handler;

-- migrations/versions/c.lua:5
CREATE FUNCTION listen() RETURNS int LANGUAGE talk SET work_mem = '1MB' AS 'x';

-- migrations/versions/c.lua:5
ALTER FUNCTION listen() RESET work_mem;

-- migrations/versions/c.lua:5
CREATE FUNCTION say() RETURNS int LANGUAGE talk AS 'x';

-- migrations/versions/c.lua:4
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/c.lua:4
CREATE TABLE piled (
  a integer
)
USING pile;
