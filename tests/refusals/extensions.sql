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
