CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (a n, b n_multirange, c n[])
CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (a n, b nmultirange)
CREATE TYPE nrange AS RANGE (subtype = int); CREATE TABLE x (a nrange, b nmultirange)
CREATE TYPE nrangeranges AS RANGE (subtype = int); CREATE TABLE x (b nmultirangeranges)
CREATE TYPE n AS RANGE (subtype = int, multirange_type_name = ns); CREATE TABLE x (b ns)
CREATE TYPE n AS RANGE (subtype = int, multirange_type_name = s.ns); CREATE TABLE x (b s.ns)
CREATE TYPE n AS RANGE (subtype = int, multirange_type_name = s.ns); CREATE TABLE x (b ns)
CREATE TYPE s.n AS RANGE (subtype = int); CREATE TABLE x (b s.n_multirange)
CREATE TYPE n AS RANGE (subtype = int); SELECT n(1, 2), n(1, 2, '[]'), n_multirange(n(1, 2)), n_multirange()
CREATE TYPE n AS RANGE (subtype = int); ALTER TYPE n RENAME TO m; SELECT n(1, 2); CREATE TABLE x (a m, b n_multirange)
CREATE TYPE n AS RANGE (subtype = int); ALTER TYPE n SET SCHEMA s; CREATE TABLE x (a s.n)
? CREATE TYPE n AS RANGE (subtype = int); ALTER TYPE n RENAME TO m; CREATE TABLE x (a n)
CREATE TYPE n AS RANGE (subtype = mood)
CREATE TYPE n AS RANGE (subtype = pos)
CREATE TYPE n AS RANGE (subtype = comp)
CREATE TYPE n AS RANGE (subtype = int[])
CREATE TYPE n AS RANGE (subtype = int, subtype_opclass = int4_ops)
? CREATE TYPE n AS RANGE (subtype = int, subtype_opclass = nosuch)
CREATE TYPE n AS RANGE (subtype = float8, subtype_diff = float8mi)
CREATE TYPE n AS RANGE (subtype = int, subtype_diff = nosuch)
CREATE TYPE n AS RANGE (subtype = text, collation = "C")
CREATE TYPE n AS RANGE (subtype = text, collation = nosuch)
CREATE TYPE n AS RANGE (subtype = int, collation = "C")
CREATE TYPE n AS RANGE (collation = "C")
CREATE TYPE n AS RANGE (subtype = nosuch)
CREATE TYPE n AS RANGE (subtype = record)
? CREATE TYPE n AS RANGE (subtype = point)
CREATE TYPE n AS RANGE (subtype = int, subtype = int)
CREATE TYPE n AS RANGE (subtype = int, foo = int)
CREATE TYPE n AS RANGE (subtype = int, multirange_type_name = mood)
CREATE TYPE n AS RANGE (subtype = int, multirange_type_name = nosuch.n)
CREATE TYPE nosuch.n AS RANGE (subtype = int)
CREATE TYPE mood AS RANGE (subtype = int)
CREATE TYPE n_multirange AS (a int); CREATE TYPE n AS RANGE (subtype = int)
CREATE TYPE n AS RANGE (subtype = int); DROP TYPE n_multirange
CREATE TYPE n AS RANGE (subtype = int); ALTER TYPE n_multirange RENAME TO m; CREATE TABLE x (a m)
CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (a n); DROP TYPE n
CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (a n_multirange); DROP TYPE n
CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (a n, b n_multirange[]); DROP TYPE n CASCADE; SELECT a FROM x
CREATE TYPE n AS RANGE (subtype = int); CREATE TABLE x (b n_multirange[]); DROP TYPE n CASCADE; SELECT b FROM x
CREATE TYPE n AS RANGE (subtype = int); CREATE FUNCTION f(n) RETURNS int LANGUAGE sql AS 'SELECT 1'; DROP TYPE n
CREATE TYPE n AS RANGE (subtype = int); CREATE TYPE m AS (a n); DROP TYPE n, m
CREATE TYPE n AS RANGE (subtype = pos); DROP DOMAIN pos
CREATE TYPE n AS RANGE (subtype = pos); DROP DOMAIN pos CASCADE; CREATE TABLE x (a n)
CREATE COLLATION c FROM "C"; CREATE TYPE n AS RANGE (subtype = text, collation = c); DROP COLLATION c
CREATE TYPE n AS RANGE (subtype = int); GRANT USAGE ON TYPE n TO PUBLIC; COMMENT ON TYPE n IS 'x'; ALTER TYPE n OWNER TO CURRENT_USER
CREATE TYPE n AS RANGE (subtype = int); GRANT USAGE ON DOMAIN n TO PUBLIC
CREATE TYPE n AS RANGE (subtype = int); COMMENT ON FUNCTION n(int, int) IS 'x'; COMMENT ON FUNCTION n_multirange(n) IS 'x'; GRANT EXECUTE ON FUNCTION n(int, int) TO PUBLIC
? CREATE TYPE n AS RANGE (subtype = int); COMMENT ON FUNCTION n(text) IS 'x'
COMMENT ON FUNCTION lower(text) IS 'x'
COMMENT ON FUNCTION nosuch(text) IS 'x'
CREATE TYPE x; CREATE FUNCTION xc(x) RETURNS x IMMUTABLE STRICT LANGUAGE internal AS 'int4range_canonical'; CREATE TYPE x AS RANGE (SUBTYPE = int, CANONICAL = xc)
CREATE TYPE x; CREATE TYPE x AS RANGE (SUBTYPE = nosuch)
CREATE TYPE n AS RANGE (subtype = float8, subtype_diff = float8mi)
CREATE TYPE n AS RANGE (subtype = float4, subtype_diff = float8mi)
CREATE TYPE n AS RANGE (subtype = float4, subtype_diff = float4mi)
CREATE TYPE n AS RANGE (subtype = int, subtype_diff = int4range_subdiff)
CREATE TYPE n AS RANGE (subtype = timestamptz, subtype_diff = tstzrange_subdiff)
CREATE TYPE n AS RANGE (subtype = timestamptz, subtype_diff = tsrange_subdiff)
CREATE FUNCTION d(mood, mood) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1::float8'; CREATE TYPE n AS RANGE (subtype = mood, subtype_diff = d)
CREATE FUNCTION d(text, mood) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1::float8'; CREATE TYPE n AS RANGE (subtype = mood, subtype_diff = d)
? CREATE TYPE n AS RANGE (subtype = int, canonical = int4range_canonical)
CREATE TYPE cr; CREATE FUNCTION crc(cr) RETURNS cr LANGUAGE internal STRICT AS 'int4range_canonical'; CREATE TYPE cr AS RANGE (SUBTYPE = integer, CANONICAL = crc)
CREATE TYPE cr; CREATE FUNCTION crc(cr) RETURNS cr LANGUAGE internal STRICT IMMUTABLE AS 'int4range_canonical'; CREATE TYPE cr AS RANGE (SUBTYPE = integer, CANONICAL = crc)
