revision  fc1
parent    <base>
message   tables
created   2026-11-29T12:00:00Z
file      migrations/versions/fc1.lua

upgrade

-- migrations/versions/fc1.lua:5
CREATE SCHEMA app;

-- migrations/versions/fc1.lua:5
CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date);

-- migrations/versions/fc1.lua:5
CREATE TABLE log (a integer, b text);

-- migrations/versions/fc1.lua:6
CREATE EXTENSION hstore;

downgrade (derived)

-- migrations/versions/fc1.lua:6
DROP EXTENSION hstore;

-- migrations/versions/fc1.lua:5, loses data
DROP TABLE log;

-- migrations/versions/fc1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/fc1.lua:5
DROP SCHEMA app;

revision  fc2
parent    fc1
message   views
created   2026-11-29T12:00:00Z
file      migrations/versions/fc2.lua

upgrade

-- migrations/versions/fc2.lua:5
CREATE VIEW v1 (x, y) WITH (security_barrier, check_option = local) AS SELECT a, b FROM t WHERE a > 0;

-- migrations/versions/fc2.lua:6
CREATE OR REPLACE VIEW v2 WITH (security_invoker = true) AS SELECT a, b FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;

-- migrations/versions/fc2.lua:7
CREATE VIEW v3 AS SELECT a FROM t WHERE a > 5 WITH LOCAL CHECK OPTION;

-- migrations/versions/fc2.lua:8
CREATE RECURSIVE VIEW nums (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums WHERE n < 10;

-- migrations/versions/fc2.lua:9
CREATE TEMP VIEW tv AS SELECT a FROM t;

-- migrations/versions/fc2.lua:10
CREATE TEMPORARY RECURSIVE VIEW tr (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM tr WHERE n < 10;

-- migrations/versions/fc2.lua:11
CREATE VIEW vt AS TABLE t;

-- migrations/versions/fc2.lua:12
CREATE VIEW vv (k, l) AS VALUES (1, 'x'), (2, 'y');

-- migrations/versions/fc2.lua:13
ALTER VIEW v1 ALTER COLUMN x SET DEFAULT 5;

-- migrations/versions/fc2.lua:14
ALTER VIEW IF EXISTS v1 ALTER x DROP DEFAULT;

-- migrations/versions/fc2.lua:15
ALTER VIEW v1 ALTER COLUMN y SET DEFAULT 'z';

-- migrations/versions/fc2.lua:16
ALTER VIEW v1 SET (security_barrier = false, security_invoker = on);

-- migrations/versions/fc2.lua:17
ALTER VIEW v1 RESET (security_barrier, check_option);

-- migrations/versions/fc2.lua:18
ALTER VIEW v1 RENAME COLUMN y TO z;

-- migrations/versions/fc2.lua:19
ALTER VIEW v1 RENAME TO v1b;

-- migrations/versions/fc2.lua:20
ALTER VIEW v1b SET SCHEMA app;

-- migrations/versions/fc2.lua:21
CREATE OR REPLACE VIEW app.v1b (x, z, w) AS SELECT a, b, c FROM t;

-- migrations/versions/fc2.lua:22
ALTER TABLE app.v1b RENAME COLUMN w TO ww;

-- migrations/versions/fc2.lua:23
ALTER TABLE app.v1b SET (security_barrier);

-- migrations/versions/fc2.lua:24
COMMENT ON COLUMN app.v1b.ww IS 'w';

-- migrations/versions/fc2.lua:24
COMMENT ON VIEW app.v1b IS 'v';

downgrade (derived)

-- migrations/versions/fc2.lua:24
COMMENT ON VIEW app.v1b IS NULL;

-- migrations/versions/fc2.lua:24
COMMENT ON COLUMN app.v1b.ww IS NULL;

-- migrations/versions/fc2.lua:23
ALTER TABLE app.v1b RESET (security_barrier);

-- migrations/versions/fc2.lua:22
ALTER TABLE app.v1b RENAME COLUMN ww TO w;

-- migrations/versions/fc2.lua:21
DROP VIEW app.v1b;

-- migrations/versions/fc2.lua:21
CREATE VIEW app.v1b (x, z) WITH (security_barrier, check_option = local) AS SELECT a, b FROM t WHERE a > 0;

-- migrations/versions/fc2.lua:21
ALTER TABLE app.v1b
  SET (security_invoker = on),
  RESET (security_barrier, check_option);

-- migrations/versions/fc2.lua:21
ALTER TABLE app.v1b ALTER COLUMN z SET DEFAULT 'z';

-- migrations/versions/fc2.lua:20
ALTER VIEW app.v1b SET SCHEMA public;

-- migrations/versions/fc2.lua:19
ALTER VIEW v1b RENAME TO v1;

-- migrations/versions/fc2.lua:18
ALTER TABLE v1 RENAME COLUMN z TO y;

-- migrations/versions/fc2.lua:17
ALTER TABLE v1 SET (security_barrier = false, check_option = local);

-- migrations/versions/fc2.lua:16
ALTER TABLE v1
  SET (security_barrier = true),
  RESET (security_invoker);

-- migrations/versions/fc2.lua:15
ALTER TABLE v1 ALTER COLUMN y DROP DEFAULT;

-- migrations/versions/fc2.lua:14
ALTER TABLE v1 ALTER COLUMN x SET DEFAULT 5;

-- migrations/versions/fc2.lua:13
ALTER TABLE v1 ALTER COLUMN x DROP DEFAULT;

-- migrations/versions/fc2.lua:12
DROP VIEW vv;

-- migrations/versions/fc2.lua:11
DROP VIEW vt;

-- migrations/versions/fc2.lua:8
DROP VIEW nums;

-- migrations/versions/fc2.lua:7
DROP VIEW v3;

-- migrations/versions/fc2.lua:6
DROP VIEW v2;

-- migrations/versions/fc2.lua:5
DROP VIEW v1;

revision  fc3
parent    fc2
message   materialized views
created   2026-11-29T12:00:00Z
file      migrations/versions/fc3.lua

upgrade

-- migrations/versions/fc3.lua:5
CREATE MATERIALIZED VIEW IF NOT EXISTS m1 (x, y) USING heap WITH (fillfactor = 70, autovacuum_enabled = false) TABLESPACE pg_default AS SELECT a, b FROM t WITH NO DATA;

-- migrations/versions/fc3.lua:6
CREATE MATERIALIZED VIEW m2 AS SELECT a, b FROM t WITH DATA;

-- migrations/versions/fc3.lua:7
CREATE UNIQUE INDEX m2i ON m2 (a);

-- migrations/versions/fc3.lua:8
REFRESH MATERIALIZED VIEW CONCURRENTLY m2;

-- migrations/versions/fc3.lua:9
REFRESH MATERIALIZED VIEW m1 WITH NO DATA;

-- migrations/versions/fc3.lua:10
ALTER MATERIALIZED VIEW m2 ALTER COLUMN b SET STATISTICS 50, ALTER b SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER a SET (n_distinct = 5), CLUSTER ON m2i, SET (fillfactor = 60);

-- migrations/versions/fc3.lua:11
ALTER MATERIALIZED VIEW m2 ALTER a RESET (n_distinct), SET WITHOUT CLUSTER, RESET (fillfactor), SET TABLESPACE pg_default, ALTER b SET STATISTICS -1;

-- migrations/versions/fc3.lua:12
ALTER MATERIALIZED VIEW IF EXISTS m2 SET ACCESS METHOD heap;

-- migrations/versions/fc3.lua:13
ALTER MATERIALIZED VIEW m2 RENAME COLUMN b TO bb;

-- migrations/versions/fc3.lua:14
ALTER MATERIALIZED VIEW m2 RENAME TO m3;

-- migrations/versions/fc3.lua:15
ALTER MATERIALIZED VIEW m3 SET SCHEMA app;

-- migrations/versions/fc3.lua:16
DROP VIEW IF EXISTS nosuch, v2 RESTRICT;

-- migrations/versions/fc3.lua:17
DROP MATERIALIZED VIEW IF EXISTS app.m3, m1 CASCADE;

downgrade (derived)

-- migrations/versions/fc3.lua:17
CREATE MATERIALIZED VIEW m1 (x, y) USING heap WITH (fillfactor = 70, autovacuum_enabled = false) TABLESPACE pg_default AS SELECT a, b FROM t WITH NO DATA;

-- migrations/versions/fc3.lua:17
CREATE MATERIALIZED VIEW app.m3 (a, bb) AS SELECT a, b FROM t WITH DATA;

-- migrations/versions/fc3.lua:17
ALTER TABLE app.m3
  ALTER COLUMN bb SET STORAGE external,
  ALTER COLUMN bb SET COMPRESSION pglz;

-- migrations/versions/fc3.lua:17
CREATE UNIQUE INDEX m2i ON app.m3 (a);

-- migrations/versions/fc3.lua:16
CREATE VIEW v2 WITH (security_invoker = true) AS SELECT a, b FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;

-- migrations/versions/fc3.lua:15
ALTER MATERIALIZED VIEW app.m3 SET SCHEMA public;

-- migrations/versions/fc3.lua:14
ALTER MATERIALIZED VIEW m3 RENAME TO m2;

-- migrations/versions/fc3.lua:13
ALTER TABLE m2 RENAME COLUMN bb TO b;

-- migrations/versions/fc3.lua:11
ALTER TABLE m2 SET (fillfactor = 60);

-- migrations/versions/fc3.lua:11
ALTER TABLE m2 ALTER COLUMN a SET (n_distinct = 5);

-- migrations/versions/fc3.lua:11
ALTER TABLE m2 ALTER COLUMN b SET STATISTICS 50;

-- migrations/versions/fc3.lua:11
ALTER TABLE m2 CLUSTER ON m2i;

-- migrations/versions/fc3.lua:10
ALTER TABLE m2 SET WITHOUT CLUSTER;

-- migrations/versions/fc3.lua:10
ALTER TABLE m2 RESET (fillfactor);

-- migrations/versions/fc3.lua:10
ALTER TABLE m2 ALTER COLUMN a RESET (n_distinct);

-- migrations/versions/fc3.lua:10
ALTER TABLE m2
  ALTER COLUMN b SET STORAGE extended,
  ALTER COLUMN b SET COMPRESSION default,
  ALTER COLUMN b SET STATISTICS -1;

-- migrations/versions/fc3.lua:7
DROP INDEX m2i;

-- migrations/versions/fc3.lua:6
DROP MATERIALIZED VIEW m2;

-- migrations/versions/fc3.lua:5
DROP MATERIALIZED VIEW m1;

revision  fc4
parent    fc3
message   functions and procedures
created   2026-11-29T12:00:00Z
file      migrations/versions/fc4.lua

upgrade

-- migrations/versions/fc4.lua:5
CREATE FUNCTION f1(a integer, b integer DEFAULT 2, OUT s integer, INOUT p integer DEFAULT 3, VARIADIC r integer[] DEFAULT '{}') RETURNS record LANGUAGE plpgsql WINDOW AS 'BEGIN s := 1; END';

-- migrations/versions/fc4.lua:6
CREATE FUNCTION f2(a integer) RETURNS integer LANGUAGE sql IMMUTABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 5 SET search_path TO app, public SET work_mem = '1MB' AS $$ SELECT a $$;

-- migrations/versions/fc4.lua:7
CREATE FUNCTION f2(a text) RETURNS SETOF text STABLE CALLED ON NULL INPUT SECURITY INVOKER PARALLEL RESTRICTED ROWS 10 LANGUAGE sql SET timezone FROM CURRENT AS $$ SELECT a $$;

-- migrations/versions/fc4.lua:8
CREATE FUNCTION f3() RETURNS TABLE (x integer, y text) VOLATILE NOT LEAKPROOF RETURNS NULL ON NULL INPUT PARALLEL UNSAFE LANGUAGE sql RETURN (1, 'x');

-- migrations/versions/fc4.lua:9
CREATE FUNCTION f4(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + 1; END;

-- migrations/versions/fc4.lua:10
CREATE FUNCTION f5(x t) RETURNS integer RETURN x.a;

-- migrations/versions/fc4.lua:11
CREATE FUNCTION f6(internal) RETURNS internal LANGUAGE internal AS 'int4_sum';

-- migrations/versions/fc4.lua:12
CREATE FUNCTION f7(a integer) RETURNS t.a%TYPE LANGUAGE sql AS 'SELECT a';

-- migrations/versions/fc4.lua:13
CREATE FUNCTION f9(f integer, OUT x integer, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'x' $$ SUPPORT generate_series_int4_support;

-- migrations/versions/fc4.lua:14
CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN a * 2; END';

-- migrations/versions/fc4.lua:15
CREATE PROCEDURE p1(a integer, OUT c text, INOUT b integer DEFAULT 1) LANGUAGE plpgsql SECURITY DEFINER SET search_path = app AS 'BEGIN c := a; END';

-- migrations/versions/fc4.lua:16
CREATE PROCEDURE p2(a integer) LANGUAGE sql BEGIN ATOMIC INSERT INTO log VALUES (a, 'x'); END;

-- migrations/versions/fc4.lua:17
CREATE OR REPLACE PROCEDURE p2(a integer) LANGUAGE sql AS 'INSERT INTO log VALUES (a, $$y$$)';

downgrade (derived)

-- migrations/versions/fc4.lua:17
CREATE OR REPLACE PROCEDURE p2(a integer) LANGUAGE sql BEGIN ATOMIC INSERT INTO log VALUES (a, 'x'); END;

-- migrations/versions/fc4.lua:16
DROP PROCEDURE p2(integer);

-- migrations/versions/fc4.lua:15
DROP PROCEDURE p1(integer, integer);

-- migrations/versions/fc4.lua:14
CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE sql IMMUTABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 5 SET search_path TO app, public SET work_mem = '1MB' AS $$ SELECT a $$;

-- migrations/versions/fc4.lua:13
DROP FUNCTION f9(integer);

-- migrations/versions/fc4.lua:12
DROP FUNCTION f7(integer);

-- migrations/versions/fc4.lua:11
DROP FUNCTION f6(internal);

-- migrations/versions/fc4.lua:10
DROP FUNCTION f5(t);

-- migrations/versions/fc4.lua:9
DROP FUNCTION f4(integer);

-- migrations/versions/fc4.lua:8
DROP FUNCTION f3();

-- migrations/versions/fc4.lua:7
DROP FUNCTION f2(text);

-- migrations/versions/fc4.lua:6
DROP FUNCTION f2(integer);

-- migrations/versions/fc4.lua:5
DROP FUNCTION f1(integer, integer, integer, integer[]);

revision  fc5
parent    fc4
message   they are altered
created   2026-11-29T12:00:00Z
file      migrations/versions/fc5.lua

upgrade

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) STABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 7 SET search_path TO app SET work_mem = '2MB';

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF EXTERNAL SECURITY INVOKER PARALLEL UNSAFE RESET search_path;

-- migrations/versions/fc5.lua:7
ALTER FUNCTION f4(integer) SET timezone FROM CURRENT RESET ALL;

-- migrations/versions/fc5.lua:8
ALTER FUNCTION f3() ROWS 7 IMMUTABLE RETURNS NULL ON NULL INPUT RESTRICT;

-- migrations/versions/fc5.lua:9
ALTER FUNCTION f4 RENAME TO f4b;

-- migrations/versions/fc5.lua:10
ALTER ROUTINE f4b(integer) SET SCHEMA app;

-- migrations/versions/fc5.lua:11
ALTER FUNCTION app.f4b OWNER TO CURRENT_USER;

-- migrations/versions/fc5.lua:12
ALTER PROCEDURE p1 SECURITY INVOKER SET work_mem = '3MB' RESET search_path;

-- migrations/versions/fc5.lua:13
ALTER PROCEDURE p1 RENAME TO p1b;

-- migrations/versions/fc5.lua:14
ALTER PROCEDURE p1b SET SCHEMA app;

-- migrations/versions/fc5.lua:15
ALTER ROUTINE app.p1b RENAME TO p1c;

downgrade (derived)

-- migrations/versions/fc5.lua:15
ALTER PROCEDURE app.p1c(integer, integer) RENAME TO p1b;

-- migrations/versions/fc5.lua:14
ALTER PROCEDURE app.p1b(integer, integer) SET SCHEMA public;

-- migrations/versions/fc5.lua:13
ALTER PROCEDURE p1b(integer, integer) RENAME TO p1;

-- migrations/versions/fc5.lua:12
ALTER PROCEDURE p1(integer, integer) SECURITY DEFINER;

-- migrations/versions/fc5.lua:12
ALTER PROCEDURE p1(integer, integer) RESET work_mem;

-- migrations/versions/fc5.lua:12
ALTER PROCEDURE p1(integer, integer) SET search_path TO 'app';

-- migrations/versions/fc5.lua:10
ALTER FUNCTION app.f4b(integer) SET SCHEMA public;

-- migrations/versions/fc5.lua:9
ALTER FUNCTION f4b(integer) RENAME TO f4;

-- migrations/versions/fc5.lua:8
ALTER FUNCTION f3() ROWS 1000;

-- migrations/versions/fc5.lua:8
ALTER FUNCTION f3() volatile;

-- migrations/versions/fc5.lua:7
ALTER FUNCTION f4(integer) SET work_mem TO '2MB';

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) stable;

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) STRICT;

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) LEAKPROOF;

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) SECURITY DEFINER;

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) PARALLEL safe;

-- migrations/versions/fc5.lua:6
ALTER FUNCTION f4(integer) SET search_path TO 'app';

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) VOLATILE;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) CALLED ON NULL INPUT;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) NOT LEAKPROOF;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) SECURITY INVOKER;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) PARALLEL UNSAFE;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) COST 100;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) RESET search_path;

-- migrations/versions/fc5.lua:5
ALTER FUNCTION f4(integer) RESET work_mem;

revision  fc6
parent    fc5
message   they are altered again, and go
created   2026-11-29T12:00:00Z
file      migrations/versions/fc6.lua

upgrade

-- migrations/versions/fc6.lua:5
ALTER FUNCTION f2(integer) COST 9 SET work_mem = '5MB' SUPPORT generate_series_int4_support;

-- migrations/versions/fc6.lua:6
ALTER FUNCTION f6(internal) COST 11;

-- migrations/versions/fc6.lua:7
CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE sql COST 3 SET search_path = app AS 'SELECT a';

-- migrations/versions/fc6.lua:8
ALTER FUNCTION f2(integer) RESET ALL;

-- migrations/versions/fc6.lua:9
DROP FUNCTION IF EXISTS f9(integer), nosuch(integer) RESTRICT;

-- migrations/versions/fc6.lua:10
DROP PROCEDURE app.p1c(integer, OUT text, integer);

-- migrations/versions/fc6.lua:11
DROP ROUTINE f3, p2 CASCADE;

downgrade (derived)

-- migrations/versions/fc6.lua:11
CREATE FUNCTION f3() RETURNS TABLE (x integer, y text) VOLATILE NOT LEAKPROOF RETURNS NULL ON NULL INPUT PARALLEL UNSAFE LANGUAGE sql RETURN (1, 'x');

-- migrations/versions/fc6.lua:11
ALTER FUNCTION f3() rows 7;

-- migrations/versions/fc6.lua:11
ALTER FUNCTION f3() immutable;

-- migrations/versions/fc6.lua:11
CREATE PROCEDURE p2(a integer) LANGUAGE sql AS 'INSERT INTO log VALUES (a, $$y$$)';

-- migrations/versions/fc6.lua:10
CREATE PROCEDURE app.p1c(a integer, OUT c text, INOUT b integer DEFAULT 1) LANGUAGE plpgsql SECURITY DEFINER SET search_path = app AS 'BEGIN c := a; END';

-- migrations/versions/fc6.lua:10
ALTER PROCEDURE app.p1c(integer, integer) SECURITY INVOKER;

-- migrations/versions/fc6.lua:10
ALTER PROCEDURE app.p1c(integer, integer) SET work_mem TO '3MB';

-- migrations/versions/fc6.lua:10
ALTER PROCEDURE app.p1c(integer, integer) RESET search_path;

-- migrations/versions/fc6.lua:9
CREATE FUNCTION f9(f integer, OUT x integer, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'x' $$ SUPPORT generate_series_int4_support;

-- migrations/versions/fc6.lua:8
ALTER FUNCTION f2(integer) SET search_path TO 'app';

-- migrations/versions/fc6.lua:7
CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN a * 2; END';

-- migrations/versions/fc6.lua:7
ALTER FUNCTION f2(integer) cost 9;

-- migrations/versions/fc6.lua:7
ALTER FUNCTION f2(integer) SET work_mem TO '5MB';

-- migrations/versions/fc6.lua:7
ALTER FUNCTION f2(integer) SUPPORT generate_series_int4_support;

-- migrations/versions/fc6.lua:6
ALTER FUNCTION f6(internal) COST 1;

-- migrations/versions/fc6.lua:5
CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN a * 2; END';

revision  fc7
parent    fc6
message   aggregates
created   2026-11-29T12:00:00Z
file      migrations/versions/fc7.lua

upgrade

-- migrations/versions/fc7.lua:5
CREATE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';

-- migrations/versions/fc7.lua:6
CREATE FUNCTION fin(integer) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text';

-- migrations/versions/fc7.lua:7
CREATE FUNCTION ser(internal) RETURNS bytea LANGUAGE internal STRICT AS 'numeric_avg_serialize';

-- migrations/versions/fc7.lua:7
CREATE FUNCTION deser(bytea, internal) RETURNS internal LANGUAGE internal STRICT AS 'numeric_avg_deserialize';

-- migrations/versions/fc7.lua:8
CREATE AGGREGATE ag1(integer) (SFUNC = acc, STYPE = integer, SSPACE = 8, FINALFUNC = fin, FINALFUNC_MODIFY = READ_ONLY, COMBINEFUNC = acc, INITCOND = '0', MSFUNC = acc, MINVFUNC = acc, MSTYPE = integer, MSSPACE = 4, MFINALFUNC = fin, MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = '0', PARALLEL = SAFE);

-- migrations/versions/fc7.lua:9
CREATE AGGREGATE ag2(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, COMBINEFUNC = numeric_avg_combine, PARALLEL = RESTRICTED);

-- migrations/versions/fc7.lua:10
CREATE AGGREGATE ag3(integer) (SFUNC = int4larger, STYPE = integer, SORTOP = >);

-- migrations/versions/fc7.lua:11
CREATE AGGREGATE ag4(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- migrations/versions/fc7.lua:12
CREATE FUNCTION fextra(integer, integer) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text';

-- migrations/versions/fc7.lua:12
CREATE AGGREGATE ag5(integer) (SFUNC = acc, STYPE = integer, FINALFUNC = fextra, FINALFUNC_EXTRA);

-- migrations/versions/fc7.lua:13
CREATE AGGREGATE pct(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE);

-- migrations/versions/fc7.lua:14
CREATE AGGREGATE hrank(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

-- migrations/versions/fc7.lua:15
CREATE OR REPLACE AGGREGATE ag4(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '5');

-- migrations/versions/fc7.lua:16
CREATE AGGREGATE old1 (BASETYPE = integer, SFUNC = acc, STYPE = integer);

-- migrations/versions/fc7.lua:17
CREATE AGGREGATE vag(VARIADIC r integer[]) (SFUNC = array_cat, STYPE = integer[]);

-- migrations/versions/fc7.lua:18
ALTER AGGREGATE ag1(integer) RENAME TO ag1b;

-- migrations/versions/fc7.lua:19
ALTER AGGREGATE ag4(*) RENAME TO ag4b;

-- migrations/versions/fc7.lua:20
ALTER AGGREGATE ag4b(*) SET SCHEMA app;

-- migrations/versions/fc7.lua:21
ALTER AGGREGATE pct(double precision ORDER BY anyelement) OWNER TO CURRENT_USER;

-- migrations/versions/fc7.lua:22
COMMENT ON AGGREGATE hrank(VARIADIC "any" ORDER BY VARIADIC "any") IS 'hyp';

-- migrations/versions/fc7.lua:23
DROP AGGREGATE IF EXISTS ag1b(integer), app.ag4b(*), hrank(VARIADIC "any" ORDER BY VARIADIC "any") CASCADE;

downgrade (derived)

-- migrations/versions/fc7.lua:23
CREATE AGGREGATE hrank(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

-- migrations/versions/fc7.lua:23
CREATE AGGREGATE app.ag4b(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '5');

-- migrations/versions/fc7.lua:23
CREATE AGGREGATE ag1b(integer) (SFUNC = acc, STYPE = integer, SSPACE = 8, FINALFUNC = fin, FINALFUNC_MODIFY = READ_ONLY, COMBINEFUNC = acc, INITCOND = '0', MSFUNC = acc, MINVFUNC = acc, MSTYPE = integer, MSSPACE = 4, MFINALFUNC = fin, MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = '0', PARALLEL = SAFE);

-- migrations/versions/fc7.lua:23
COMMENT ON AGGREGATE hrank("any") IS 'hyp';

-- migrations/versions/fc7.lua:22
COMMENT ON AGGREGATE hrank("any") IS NULL;

-- migrations/versions/fc7.lua:20
ALTER AGGREGATE app.ag4b(*) SET SCHEMA public;

-- migrations/versions/fc7.lua:19
ALTER AGGREGATE ag4b(*) RENAME TO ag4;

-- migrations/versions/fc7.lua:18
ALTER AGGREGATE ag1b(integer) RENAME TO ag1;

-- migrations/versions/fc7.lua:17
DROP AGGREGATE vag(integer[]);

-- migrations/versions/fc7.lua:16
DROP AGGREGATE old1(integer);

-- migrations/versions/fc7.lua:15
CREATE OR REPLACE AGGREGATE ag4(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- migrations/versions/fc7.lua:14
DROP AGGREGATE hrank("any");

-- migrations/versions/fc7.lua:13
DROP AGGREGATE pct(double precision, anyelement);

-- migrations/versions/fc7.lua:12
DROP AGGREGATE ag5(integer);

-- migrations/versions/fc7.lua:12
DROP FUNCTION fextra(integer, integer);

-- migrations/versions/fc7.lua:11
DROP AGGREGATE ag4(*);

-- migrations/versions/fc7.lua:10
DROP AGGREGATE ag3(integer);

-- migrations/versions/fc7.lua:9
DROP AGGREGATE ag2(numeric);

-- migrations/versions/fc7.lua:8
DROP AGGREGATE ag1(integer);

-- migrations/versions/fc7.lua:7
DROP FUNCTION deser(bytea, internal);

-- migrations/versions/fc7.lua:7
DROP FUNCTION ser(internal);

-- migrations/versions/fc7.lua:6
DROP FUNCTION fin(integer);

-- migrations/versions/fc7.lua:5
DROP FUNCTION acc(integer, integer);

revision  fc8 (head)
parent    fc7
message   undone by hand
created   2026-11-29T12:00:00Z
file      migrations/versions/fc8.lua

upgrade

-- migrations/versions/fc8.lua:5
ALTER VIEW v3 SET (security_barrier = true);

-- migrations/versions/fc8.lua:6
ALTER VIEW v3 ALTER a SET DEFAULT 1;

-- migrations/versions/fc8.lua:7
ALTER FUNCTION f5 STABLE COST 5 SET work_mem = '1MB';

-- migrations/versions/fc8.lua:8
CREATE OR REPLACE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1 + 2 * $2';

-- migrations/versions/fc8.lua:9
ALTER FUNCTION acc(integer, integer) PARALLEL SAFE;

downgrade

-- migrations/versions/fc8.lua:15
CREATE OR REPLACE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';

-- migrations/versions/fc8.lua:16
ALTER FUNCTION f5 VOLATILE COST 100 RESET ALL;

-- migrations/versions/fc8.lua:17
ALTER VIEW v3 ALTER a DROP DEFAULT;

-- migrations/versions/fc8.lua:18
ALTER VIEW v3 RESET (security_barrier);
