CREATE EXTENSION pgcrypto; SELECT gen_random_uuid(), gen_salt('bf'), crypt(b, b) FROM t
CREATE EXTENSION pgcrypto; SELECT gen_sald('bf')
CREATE EXTENSION pgcrypto; SELECT similarity('a', 'b')
CREATE EXTENSION pgcrypto; SELECT a || 'x' LIKE 1 FROM t
CREATE EXTENSION pgcrypto; SELECT b + 1 FROM t
CREATE EXTENSION pgcrypto; SELECT lower(a) FROM t
CREATE EXTENSION pgcrypto; SELECT * FROM nosuch
CREATE EXTENSION pgcrypto; SELECT (p).nosuch FROM p
CREATE EXTENSION pgcrypto; CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(b) FROM t
CREATE EXTENSION pgcrypto; CREATE FUNCTION digest(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT digest(b, 'md5') FROM t
CREATE EXTENSION pgcrypto; SELECT true::date
CREATE EXTENSION pgcrypto; CREATE TABLE n (id uuid DEFAULT gen_random_uuid()); DROP EXTENSION pgcrypto
CREATE EXTENSION pgcrypto; CREATE TABLE n (id bytea DEFAULT gen_random_bytes(8)); DROP EXTENSION pgcrypto
CREATE EXTENSION pgcrypto SCHEMA s; SELECT s.crypt(b, b) FROM t
CREATE EXTENSION "uuid-ossp"; CREATE TABLE n (id uuid DEFAULT uuid_generate_v4()); SELECT uuid_nil(), uuid_ns_dns()
CREATE EXTENSION "uuid-ossp"; SELECT uuid_generate_v9()
CREATE EXTENSION citext; CREATE TABLE n (c citext); SELECT c || 'x', c = 'x', c = b, lower(c), c + 1 FROM n, t
CREATE EXTENSION citext; CREATE TABLE n (c citext); SELECT c = 'x', c = b, lower(c), c || b, c::text, citext(b), replace(c, 'a', 'b') FROM n, t
CREATE EXTENSION citext; CREATE TABLE n (c citext); SELECT max(c), min(c), count(c) FROM n GROUP BY c ORDER BY c
CREATE EXTENSION citext; SELECT a = 1, b = 'x', ts = now(), max(b), strpos(b, 'x') FROM t GROUP BY 1, 2, 3
CREATE EXTENSION citext; SELECT nosuch(a) FROM t
CREATE EXTENSION citext; SELECT lower(a) FROM t
CREATE EXTENSION citext; SELECT b || 'x' || a FROM t
CREATE EXTENSION hstore; CREATE TABLE n (h hstore); SELECT h -> 'a', h ? 'a', h || 'a=>1', hstore('a', 'b'), akeys(h), (each(h)).key FROM n
CREATE EXTENSION hstore; CREATE TABLE n (h hstore); SELECT key, value FROM n, each(h); SELECT h['a'] FROM n
CREATE EXTENSION hstore; SELECT arr || 'x'::text, arr = ARRAY['x'], '{"a": 1}'::jsonb -> 'a' FROM t
CREATE EXTENSION hstore; SELECT nosuch(arr) FROM t
CREATE EXTENSION pg_trgm; SELECT similarity(b, 'x'), b % 'x', b <-> 'x', a % 2 FROM t
CREATE EXTENSION pg_trgm; CREATE INDEX ON t USING gin (b gin_trgm_ops)
CREATE EXTENSION pg_trgm; SELECT similariti(b, 'x') FROM t
CREATE EXTENSION pg_trgm; SELECT b + b FROM t
CREATE EXTENSION intarray; SELECT ARRAY[1] & ARRAY[2], sort(ARRAY[2, 1]), ARRAY[1] && ARRAY[2], icount(ARRAY[1]) FROM t
CREATE EXTENSION intarray; SELECT ARRAY[1] + 1, ARRAY[1] - 2, ARRAY[1] | 3, # ARRAY[1]
CREATE EXTENSION ltree; CREATE TABLE n (l ltree); SELECT l <@ 'a.b', l ~ '*.a', nlevel(l), l || 'x', subpath(l, 0, 1), ltree(b) FROM n, t
CREATE EXTENSION cube; SELECT cube(1, 2), cube_dim(cube(ARRAY[1, 2])), '1'::cube <-> '2'::cube
CREATE EXTENSION tablefunc; SELECT * FROM crosstab('SELECT 1, 2, 3') AS x (a int, b int)
CREATE EXTENSION tablefunc; SELECT * FROM normal_rand(1, 2, 3)
CREATE EXTENSION dblink; SELECT x.a FROM dblink('dbname=a', 'SELECT 1') AS x (a int) LIMIT 0
CREATE EXTENSION unaccent; SELECT unaccent(b), unaccent('unaccent', b) FROM t
CREATE EXTENSION fuzzystrmatch; SELECT levenshtein(b, 'x'), soundex(b), difference(b, 'y') FROM t
CREATE EXTENSION btree_gist; SELECT a <-> 1 FROM t
CREATE EXTENSION btree_gist; CREATE TABLE n (a int, EXCLUDE USING gist (a WITH =))
CREATE EXTENSION isn; CREATE TABLE n (i isbn); SELECT isbn(i), i = '0-393-04002-X' FROM n LIMIT 0
CREATE EXTENSION pg_buffercache; SELECT * FROM pg_buffercache LIMIT 0
CREATE EXTENSION pg_buffercache SCHEMA s; SELECT * FROM s.pg_buffercache LIMIT 0
CREATE EXTENSION pg_buffercache SCHEMA s; SELECT * FROM s.nosuch
CREATE EXTENSION file_fdw; CREATE SERVER sv FOREIGN DATA WRAPPER file_fdw; SELECT nosuch FROM t
CREATE EXTENSION earthdistance CASCADE; SELECT earth_distance(ll_to_earth(1, 2), ll_to_earth(3, 4)), point(1, 2) <@> point(2, 3)
CREATE EXTENSION lo; CREATE TABLE n (l lo); SELECT lo_oid(l), l::oid FROM n
CREATE EXTENSION pg_trgm; SELECT nosuch(1)
CREATE EXTENSION pg_trgm; SELECT similarity('a', 'b')
CREATE EXTENSION pg_trgm; SELECT lower(a) FROM t
CREATE EXTENSION pg_trgm; SELECT b % b FROM t
CREATE EXTENSION pg_trgm; SELECT b @@@ b FROM t
CREATE EXTENSION pg_trgm; SELECT a::uuid FROM t
CREATE EXTENSION pg_trgm; SELECT * FROM nosuch
CREATE EXTENSION pg_trgm; GRANT SELECT ON nosuch TO PUBLIC
CREATE EXTENSION pg_trgm; CREATE TRIGGER x AFTER INSERT ON nosuch EXECUTE FUNCTION trg()
CREATE EXTENSION pg_trgm; ALTER TABLE nosuch OWNER TO CURRENT_USER
CREATE EXTENSION pg_trgm; CREATE INDEX ON t USING ginx (b gin_trgm_ops)
CREATE EXTENSION pg_trgm; CREATE INDEX ON t USING gin (b gin_trgm_opsx)
CREATE EXTENSION pg_trgm; CREATE INDEX ON t USING gin (b gin_trgm_ops); DROP EXTENSION pg_trgm
CREATE EXTENSION pg_trgm; CREATE FUNCTION f() RETURNS int LANGUAGE nosuch AS ''
CREATE EXTENSION pg_trgm; CREATE TABLE n (a int) USING nosuch
CREATE EXTENSION pg_trgm; SELECT DISTINCT '{}'::json
CREATE EXTENSION pg_trgm; DROP TEXT SEARCH CONFIGURATION nosuch
CREATE EXTENSION citext; CREATE TABLE n (a citext, CHECK (a ~ 'x')); CREATE VIEW nv AS SELECT replace(a, 'x', 'y') FROM n
CREATE EXTENSION citext; COMMENT ON CAST (citext AS text) IS 'x'
CREATE EXTENSION citext; CREATE TABLE n (a text, CHECK (replace(a, 'x', 'y') <> '')); DROP EXTENSION citext
CREATE EXTENSION citext; CREATE VIEW nv AS SELECT max(b::citext) AS m, b = b::citext AS e FROM t
CREATE EXTENSION hstore; SELECT h->'x', h ? 'x', akeys(h) FROM (SELECT 'a=>1'::hstore AS h) x
CREATE EXTENSION hstore; SELECT akeyx('a=>1'::hstore)
CREATE EXTENSION intarray; SELECT sort(arr::int[]), uniq(arr::int[]) FROM t
CREATE EXTENSION ltree; SELECT 'a.b'::ltree @> 'a'::ltree, subpath('a.b', 1)
CREATE EXTENSION cube; SELECT cube(1, 2) && cube(3, 4)
CREATE EXTENSION pg_stat_statements; CREATE VIEW nv AS SELECT queryid FROM pg_stat_statements; GRANT SELECT ON pg_stat_statements TO PUBLIC
CREATE EXTENSION btree_gin; CREATE INDEX ON t USING gin (a int4_ops)
CREATE EXTENSION btree_gin; CREATE INDEX ON t (a int4_ops); DROP EXTENSION btree_gin
CREATE EXTENSION btree_gist; CREATE TABLE n (a int, EXCLUDE USING gist (a WITH =)); SELECT a <-> 5 FROM n
CREATE EXTENSION bloom; CREATE INDEX ON t USING bloom (a)
CREATE EXTENSION bloom; CREATE INDEX ON t USING bloomx (a)
CREATE EXTENSION pgcrypto; SELECT digest(b, 'md5'), gen_random_uuid() FROM t
CREATE EXTENSION pgcrypto; CREATE TABLE n (a uuid DEFAULT gen_random_uuid()); DROP EXTENSION pgcrypto
SELECT digest(b, 'md5') FROM t
CREATE EXTENSION unaccent; CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH unaccent, simple
CREATE EXTENSION unaccent; CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH unaccentx
CREATE EXTENSION postgres_fdw; CREATE SERVER x FOREIGN DATA WRAPPER postgres_fdw
CREATE EXTENSION postgres_fdw; CREATE SERVER x FOREIGN DATA WRAPPER postgres_fdwx
CREATE EXTENSION tablefunc; SELECT * FROM crosstab('SELECT 1, 2, 3') AS c (a int, b int)
CREATE EXTENSION "uuid-ossp"; SELECT uuid_generate_v4(), uuid_nil()
CREATE EXTENSION citext; ALTER EXTENSION citext ADD TABLE nosuch
CREATE EXTENSION citext; ALTER EXTENSION citext ADD VIEW nosuch
CREATE EXTENSION citext; ALTER EXTENSION citext ADD FUNCTION nosuch(int)
CREATE EXTENSION citext; ALTER EXTENSION citext ADD TABLE t; ALTER EXTENSION citext DROP TABLE t
CREATE EXTENSION citext; ALTER EXTENSION citext ADD VIEW vw; ALTER EXTENSION citext ADD FUNCTION trg(); ALTER EXTENSION citext ADD TYPE mood; ALTER EXTENSION citext ADD DOMAIN pos; ALTER EXTENSION citext ADD SEQUENCE sq; ALTER EXTENSION citext ADD SCHEMA s
CREATE EXTENSION citext; ALTER EXTENSION citext DROP FUNCTION citext_eq(citext, citext)
CREATE EXTENSION citext; ALTER EXTENSION citext DROP OPERATOR = (citext, citext); ALTER EXTENSION citext DROP CAST (citext AS text)
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'; DROP EXTENSION plpgsql
DROP FUNCTION trg() CASCADE; DROP EXTENSION plpgsql
DROP EXTENSION plpgsql CASCADE; CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'
DROP EXTENSION plpgsql CASCADE; CREATE EXTENSION plpgsql; CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'
DROP EXTENSION plpgsql CASCADE; SELECT trg()
COMMENT ON EXTENSION plpgsql IS 'x'; ALTER FUNCTION trg() DEPENDS ON EXTENSION plpgsql
CREATE EXTENSION plpgsql
CREATE EXTENSION IF NOT EXISTS plpgsql
DROP LANGUAGE plpgsql
DROP LANGUAGE plpgsql CASCADE
DROP LANGUAGE sql
DROP LANGUAGE IF EXISTS sql, c
CREATE LANGUAGE ours HANDLER plpgsql_call_handler; DROP LANGUAGE ours
CREATE OR REPLACE LANGUAGE plpgsql
CREATE EXTENSION hstore; ALTER EXTENSION hstore DROP TYPE hstore
CREATE EXTENSION pg_stat_statements; ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements
