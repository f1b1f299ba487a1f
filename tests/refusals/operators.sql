CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); DROP AGGREGATE n (int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); DROP AGGREGATE n (text)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); CREATE OR REPLACE AGGREGATE n (int) (SFUNC = int4mul, STYPE = int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); CREATE FUNCTION n(int) RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); DROP FUNCTION n(int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); DROP ROUTINE n(int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); CREATE VIEW nv AS SELECT n(a) FROM t; DROP AGGREGATE n(int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); CREATE VIEW nv AS SELECT n(a) FROM t; DROP AGGREGATE n(int) CASCADE; DROP VIEW IF EXISTS nv
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); ALTER AGGREGATE n(int) RENAME TO m; COMMENT ON AGGREGATE m(int) IS 'x'
CREATE AGGREGATE n (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0'); DROP AGGREGATE n(*)
CREATE AGGREGATE n (BASETYPE = 'ANY', SFUNC = int8inc, STYPE = bigint, INITCOND = '0'); DROP AGGREGATE n(*)
CREATE AGGREGATE n (BASETYPE = int, SFUNC = int4pl, STYPE = int); DROP AGGREGATE n(int)
CREATE AGGREGATE n (int) (SFUNC = int4pl)
CREATE AGGREGATE n (int) (STYPE = int)
CREATE AGGREGATE n (nosuch) (SFUNC = int4pl, STYPE = int)
CREATE AGGREGATE n (int) (SFUNC = s.nosuch, STYPE = int)
CREATE AGGREGATE n (int) (SFUNC = nosuch, STYPE = int)
CREATE AGGREGATE n (numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg)
CREATE AGGREGATE nosuch.n (int) (SFUNC = int4pl, STYPE = int)
DROP AGGREGATE nosuch(int)
DROP AGGREGATE IF EXISTS nosuch(int)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); DROP OPERATOR === (int, int)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); CREATE OPERATOR === (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8eq)
CREATE OPERATOR s.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); DROP OPERATOR s.=== (int, int)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); ALTER TABLE t ADD CHECK (a === 3)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int)
CREATE OPERATOR === (LEFTARG = int, FUNCTION = int4eq)
CREATE OPERATOR === (LEFTARG = nosuch, RIGHTARG = int, FUNCTION = int4eq)
CREATE OPERATOR nosuch.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); ALTER OPERATOR === (int, int) SET (RESTRICT = eqsel)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq); ALTER OPERATOR === (int, int) SET SCHEMA s; DROP OPERATOR s.=== (int, int)
DROP OPERATOR === (int, int)
DROP OPERATOR IF EXISTS === (int, int)
CREATE FUNCTION eq(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = eq); DROP FUNCTION eq
CREATE FUNCTION eq(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = eq); DROP FUNCTION eq CASCADE; DROP OPERATOR === (int, int)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood); DROP CAST (mood AS int)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood); CREATE CAST (mood AS int) WITH FUNCTION lev(mood)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood); DROP FUNCTION lev
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood) AS ASSIGNMENT; ALTER TABLE t ALTER m DROP DEFAULT, ALTER m TYPE int
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood) AS ASSIGNMENT; DROP CAST (mood AS int); ALTER TABLE t ALTER m DROP DEFAULT, ALTER m TYPE int
CREATE CAST (nosuch AS int) WITH INOUT
CREATE CAST (mood AS mood) WITHOUT FUNCTION
DROP CAST IF EXISTS (mood AS int)
CREATE OPERATOR FAMILY n USING btree; DROP OPERATOR FAMILY n USING btree
CREATE OPERATOR FAMILY n USING btree; CREATE OPERATOR FAMILY n USING btree
CREATE OPERATOR FAMILY n USING btree; CREATE OPERATOR FAMILY n USING hash
CREATE OPERATOR FAMILY n USING btree; ALTER OPERATOR FAMILY n USING btree ADD OPERATOR 1 < (int, bigint)
CREATE OPERATOR CLASS n FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int); DROP OPERATOR CLASS n USING btree
CREATE OPERATOR CLASS n FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int); CREATE INDEX ON t (a n)
CREATE OPERATOR CLASS n FOR TYPE nosuch USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS n FOR TYPE int USING btree FAMILY s.nosuch AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); COMMENT ON FUNCTION n(int) IS 'x'
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); ALTER FUNCTION n(int) RENAME TO o; GRANT EXECUTE ON FUNCTION o(int) TO PUBLIC; ALTER FUNCTION o(int) OWNER TO CURRENT_USER; DROP AGGREGATE o(int)
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); ALTER FUNCTION n(int) STRICT
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); COMMENT ON PROCEDURE n(int) IS 'x'
CREATE AGGREGATE n (int) (SFUNC = int4pl, STYPE = int); DROP FUNCTION IF EXISTS n(int)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood); ALTER TYPE mood RENAME TO mood
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood); ALTER TYPE mood RENAME TO feeling; DROP CAST (feeling AS int)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood) AS IMPLICIT; ALTER TABLE t ADD h int GENERATED ALWAYS AS (m + 1) STORED, ADD CHECK (abs(m) > 5)
CREATE FUNCTION lev(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION lev(mood) AS IMPLICIT; ALTER TYPE mood RENAME TO feeling; ALTER TABLE t ADD h int GENERATED ALWAYS AS (m + 1) STORED, ADD CHECK (abs(m) > 5)
DROP CAST (nosuch AS int)
DROP CAST (text AS nosuch[])
DROP CAST IF EXISTS (nosuch AS int)
? DROP CAST (text AS int)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = nosuch)
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, RESTRICT = eqsel, JOIN = eqjoinsel)
CREATE OPERATOR CLASS n FOR TYPE int USING nosuch AS OPERATOR 1 <
CREATE OPERATOR CLASS n FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int), FUNCTION 2 hashint4extended(int, bigint)
CREATE OPERATOR CLASS n FOR TYPE int USING hash AS OPERATOR 2 =, FUNCTION 1 hashint4(int)
CREATE OPERATOR CLASS n FOR TYPE int USING btree AS OPERATOR 6 =, FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS n FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 nosuch(int, int)
CREATE OPERATOR CLASS n FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int), FUNCTION 2 btint4sortsupport(internal)
CREATE OPERATOR CLASS n FOR TYPE box USING gist AS OPERATOR 27 &&, FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal)
CREATE OPERATOR FAMILY n USING nosuch
CREATE OPERATOR FAMILY n USING hash; ALTER OPERATOR FAMILY n USING hash ADD OPERATOR 2 = (int, bigint)
ALTER OPERATOR CLASS nosuch USING btree RENAME TO n
DROP OPERATOR CLASS nosuch USING btree
DROP OPERATOR CLASS IF EXISTS nosuch USING btree
COMMENT ON OPERATOR FAMILY nosuch USING btree IS 'x'
COMMENT ON OPERATOR FAMILY integer_ops USING btree IS 'x'
COMMENT ON OPERATOR CLASS int4_ops USING btree IS 'x'
COMMENT ON CONVERSION nosuch IS 'x'
COMMENT ON CONVERSION utf8_to_iso_8859_1 IS 'x'
COMMENT ON INDEX vw IS 'x'
COMMENT ON INDEX t_expr IS 'x'
COMMENT ON INDEX t_pkey IS 'x'
CREATE OPERATOR CLASS x FOR TYPE comp USING btree AS STORAGE comp
CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum)
CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum); CREATE OPERATOR FAMILY x USING btree
CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum); DROP OPERATOR FAMILY x USING btree
CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum); DROP OPERATOR FAMILY x USING btree CASCADE; DROP OPERATOR CLASS x USING btree
CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum); DROP OPERATOR CLASS x USING btree; CREATE OPERATOR FAMILY x USING btree
CREATE OPERATOR FAMILY x USING btree; CREATE OPERATOR CLASS x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum)
CREATE OPERATOR CLASS s.x FOR TYPE mood USING btree AS OPERATOR 3 = (anyenum, anyenum), FUNCTION 1 enum_cmp(anyenum, anyenum); ALTER OPERATOR FAMILY s.x USING btree RENAME TO y; ALTER OPERATOR CLASS s.x USING btree SET SCHEMA public
CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 btint4cmp(int, int); DROP OPERATOR CLASS mine USING gin
CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 btint4cmp(int, int); ALTER OPERATOR CLASS mine USING hash RENAME TO other
CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 btint4cmp(int, int); ALTER OPERATOR CLASS mine USING nosuch RENAME TO other
CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 btint4cmp(int, int); DROP OPERATOR FAMILY mine USING btree; DROP OPERATOR FAMILY mine USING btree
CREATE ACCESS METHOD mine TYPE INDEX HANDLER bthandler; DROP ACCESS METHOD mine; DROP ACCESS METHOD mine
CREATE OPERATOR ~~~ (leftarg = int, rightarg = int, function = int4pl)
CREATE OPERATOR ~~~ (leftarg = int, rightarg = text, function = int4pl)
CREATE OPERATOR ~~~ (leftarg = int, rightarg = int, function = int4eq, restrict = eqsel, join = eqjoinsel)
CREATE OPERATOR ~~~ (leftarg = int, rightarg = int, function = int4eq, restrict = eqselx)
CREATE OPERATOR ~~~ (leftarg = int, rightarg = int, function = int4eq, restrict = eqjoinsel)
CREATE OPERATOR ~~~ (leftarg = int, rightarg = int, function = int4eq, join = eqsel)
CREATE OPERATOR ~~~ (rightarg = int, procedure = int4um)
CREATE OPERATOR ~~~ (rightarg = int, procedure = int4pl)
CREATE FUNCTION f(mood, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR ~~~ (leftarg = mood, rightarg = text, function = f); ALTER OPERATOR ~~~ (mood, text) SET (restrict = nosuch)
CREATE FUNCTION f(mood, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR ~~~ (leftarg = mood, rightarg = text, function = f); ALTER OPERATOR ~~~ (mood, text) SET (restrict = eqsel, join = none)
CREATE FUNCTION f(mood, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR ~~~ (leftarg = text, rightarg = mood, function = f)
CREATE FUNCTION f(mood, mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE OPERATOR CLASS k FOR TYPE mood USING btree AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 f(mood, mood)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 3 =, FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 3 =, FUNCTION 1 btint4cmp(int, bigint)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 3 =, FUNCTION 1 int4eq(int, int)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 >, FUNCTION 1 btint4cmp(int, int), FUNCTION 2 btint4sortsupport(internal)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 @@, FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 <(int, bigint), FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS k FOR TYPE int USING btree AS OPERATOR 1 <(int, text), FUNCTION 1 btint4cmp(int, int)
CREATE OPERATOR CLASS k FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int), FUNCTION 2 hashint4extended(int, bigint)
CREATE OPERATOR CLASS k FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4extended(int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint), FUNCTION 1 btint48cmp(int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint), FUNCTION 1 nosuch(int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 @#(int, bigint)
CREATE OPERATOR CLASS k FOR TYPE int[] USING gin AS OPERATOR 1 && (anyarray, anyarray), FUNCTION 1 btint4cmp(int, int), FUNCTION 2 ginarrayextract(anyarray, internal, internal), FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal), FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, int, internal, internal, internal, internal), STORAGE int
CREATE OPERATOR CLASS k FOR TYPE int[] USING gin AS OPERATOR 1 && (anyarray, anyarray), FUNCTION 1 btint4cmp(int, int), FUNCTION 2 ginarrayextract(anyarray, internal)
CREATE OPERATOR CLASS k FOR TYPE varchar USING btree AS OPERATOR 1 < (text, text), FUNCTION 1 bttextcmp(text, text)
CREATE OPERATOR CLASS k FOR TYPE varchar USING btree AS OPERATOR 1 <, FUNCTION 1 bttextcmp(text, text)
CREATE FUNCTION c(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS text) WITH FUNCTION c(mood)
CREATE FUNCTION c(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION c(mood)
CREATE FUNCTION c(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (text AS int) WITH FUNCTION c(mood)
CREATE FUNCTION c(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION c(text)
CREATE FUNCTION c(text) RETURNS mood LANGUAGE sql AS $$ SELECT 'ok'::mood $$; CREATE CAST (varchar AS mood) WITH FUNCTION c(text)
CREATE FUNCTION c(mood) RETURNS text LANGUAGE sql AS $$ SELECT 'x'::text $$; CREATE CAST (mood AS varchar) WITH FUNCTION c(mood)
CREATE FUNCTION c(anyelement) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (mood AS int) WITH FUNCTION c(anyelement)
CREATE FUNCTION c(mood, int, boolean) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$; CREATE CAST (mood AS bytea) WITH FUNCTION c(mood, int, boolean)
CREATE FUNCTION c(comp) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (comp AS bigint) WITH FUNCTION c(comp)
CREATE CAST (int AS mood) WITH FUNCTION nosuch(int)
SELECT 1 *** 2
CREATE TABLE x (a text DEFAULT '-' *** 3)
CREATE VIEW x AS SELECT *** a FROM t
SELECT 1 WHERE 1 *** ANY ('{1}'::int[])
SELECT 1 OPERATOR(pg_catalog.***) 2
CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR *** (leftarg = int, rightarg = int, function = f); SELECT 1 *** 2
CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR s.*** (leftarg = int, rightarg = int, function = f); SELECT 1 OPERATOR(s.***) 2
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree DROP FUNCTION 1 (int, bigint), OPERATOR 1 (int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint); ALTER OPERATOR FAMILY k USING btree DROP OPERATOR 1 (int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint); ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint)
CREATE OPERATOR FAMILY k USING btree; ALTER OPERATOR FAMILY k USING btree ADD OPERATOR 1 <(int, bigint); ALTER OPERATOR FAMILY k USING btree DROP OPERATOR 1 (int, bigint); ALTER OPERATOR FAMILY k USING btree DROP OPERATOR 1 (int, bigint)
