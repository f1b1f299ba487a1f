SELECT (r).id, (r).code FROM rowuser
SELECT (r).nope FROM rowuser
SELECT (r).id || 'x' LIKE 1 FROM rowuser
SELECT (r).id + 'x' FROM rowuser
SELECT (r).code + 1 FROM rowuser
SELECT (rowuser.r).nope FROM rowuser
SELECT r.id FROM rowuser
SELECT (r).* FROM rowuser
CREATE VIEW zz AS SELECT (r).* FROM rowuser; SELECT code FROM zz
CREATE VIEW zz AS SELECT (r).* FROM rowuser; SELECT nope FROM zz
CREATE VIEW zz AS SELECT (r).code FROM rowuser; SELECT code FROM zz
CREATE VIEW zz AS SELECT (r).code FROM rowuser; SELECT code + 1 FROM zz
SELECT (ra[1]).id, (ra[1]).code FROM rowuser
SELECT (ra[1]).nope FROM rowuser
SELECT (ra).id FROM rowuser
SELECT ra[1].id FROM rowuser
SELECT (ra[1:2]).id FROM rowuser
SELECT ra['x'] FROM rowuser
SELECT ra[1][2] FROM rowuser
SELECT arr['x'] FROM t
SELECT arr[1.5] FROM t
SELECT arr[b] FROM t
SELECT arr[a] + 1 FROM t
SELECT arr[1:2] || 1 FROM t
SELECT b[1] FROM t
SELECT a[1] FROM t
SELECT (b).x FROM t
SELECT (a).x FROM t
SELECT (t).a, (t).b FROM t
SELECT (t).nope FROM t
SELECT (t.*).a FROM t
? SELECT (t.*).nope FROM t
SELECT t FROM t
SELECT t.t FROM t
SELECT row(1, 'x')::comp
SELECT (row(1, 'x')::comp).x + 1
SELECT (row(1, 'x')::comp).y + 1
SELECT (row(1, 'x')::comp).z
SELECT (row(1, 'x')).f1
? SELECT (row(1, 'x')).f3
? SELECT row(1)::comp
? SELECT row(1, 2, 3)::comp
? SELECT row('a', 'x')::comp
SELECT (1, 'x')::comp
CREATE TABLE q (c comp); SELECT (c).x, (c).y FROM q
CREATE TABLE q (c comp); SELECT (c).z FROM q
CREATE TABLE q (c comp); SELECT c.x FROM q
CREATE TABLE q (c comp); SELECT (q.c).x FROM q
CREATE TABLE q (c comp); INSERT INTO q (c.x, c.y) VALUES (1, 'a')
CREATE TABLE q (c comp); INSERT INTO q (c.x, c.z) VALUES (1, 'a')
CREATE TABLE q (c comp); INSERT INTO q (c.x) VALUES ('a')
CREATE TABLE q (c comp); UPDATE q SET c.x = 1
CREATE TABLE q (c comp); UPDATE q SET c.z = 1
CREATE TABLE q (c comp); UPDATE q SET c.x = 'a'
CREATE TABLE q (c comp); UPDATE q SET c.x = true
CREATE TABLE q (c comp); UPDATE q SET c = row(1, 'x')
? CREATE TABLE q (c comp); UPDATE q SET c = row(1)
CREATE TABLE q (c comp); UPDATE q SET c = 1
CREATE TABLE q (c comp); UPDATE q SET c = '(1,x)'
? CREATE TABLE q (c comp); UPDATE q SET c = '(a,x)'
CREATE TABLE q (c comp); INSERT INTO q VALUES (1)
CREATE TABLE q (c comp); INSERT INTO q VALUES (row(1, 2))
CREATE TABLE q (c comp); CREATE VIEW zz AS SELECT (c).x FROM q; ALTER TYPE comp DROP ATTRIBUTE x
CREATE TABLE q (c comp); CREATE VIEW zz AS SELECT (c).x FROM q; ALTER TYPE comp DROP ATTRIBUTE y
CREATE TABLE q (c comp); CREATE VIEW zz AS SELECT (c).x FROM q; ALTER TYPE comp DROP ATTRIBUTE x CASCADE
CREATE TABLE q (c comp); CREATE VIEW zz AS SELECT (c).x FROM q; ALTER TYPE comp RENAME ATTRIBUTE x TO xx; SELECT (c).xx FROM q
CREATE TABLE q (c comp); CREATE VIEW zz AS SELECT (c).x FROM q; ALTER TYPE comp RENAME ATTRIBUTE x TO xx; SELECT x FROM zz
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE VIEW zz AS SELECT (c).a FROM q; ALTER TYPE cc DROP ATTRIBUTE a
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE VIEW zz AS SELECT (c).a FROM q; ALTER TYPE cc DROP ATTRIBUTE b
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE VIEW zz AS SELECT (c).a FROM q; ALTER TYPE cc DROP ATTRIBUTE a CASCADE; SELECT * FROM zz
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE VIEW zz AS SELECT (c).* FROM q; ALTER TYPE cc DROP ATTRIBUTE b
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE VIEW zz AS SELECT c FROM q; ALTER TYPE cc DROP ATTRIBUTE b
CREATE TYPE cc AS (a int, b text); CREATE VIEW zz AS SELECT (row(1,'x')::cc).a; ALTER TYPE cc DROP ATTRIBUTE a
CREATE TYPE cc AS (a int, b text); CREATE VIEW zz AS SELECT (row(1,'x')::cc).a; DROP TYPE cc
CREATE TABLE q (c p); CREATE VIEW zz AS SELECT (c).code FROM q; ALTER TABLE p DROP COLUMN code
CREATE TABLE q (c p); CREATE VIEW zz AS SELECT (c).code FROM q; ALTER TABLE p DROP COLUMN w
CREATE VIEW zz AS SELECT (r).code FROM rowuser; ALTER TABLE p DROP COLUMN code
CREATE VIEW zz AS SELECT (p).code FROM p; ALTER TABLE p DROP COLUMN code
CREATE VIEW zz AS SELECT (p).code FROM p; ALTER TABLE p DROP COLUMN w CASCADE
CREATE VIEW zz AS SELECT p FROM p; ALTER TABLE p DROP COLUMN w CASCADE
CREATE VIEW zz AS SELECT p FROM p; ALTER TABLE p DROP COLUMN w
CREATE VIEW zz AS SELECT row_to_json(p) FROM p; ALTER TABLE p DROP COLUMN v
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).x, (f()).y
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).z
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT x, y FROM f()
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT z FROM f()
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).a + 1, (f()).b
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).c
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).b + 1
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT a + 1, b FROM f()
CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT b + 1 FROM f()
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).a
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).c
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (f()).*
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (x).a FROM f() x
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1, ''x'''; SELECT (x).c FROM f() x
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT * FROM p'; SELECT (f()).code
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT * FROM p'; SELECT (f()).nope
CREATE FUNCTION f() RETURNS p LANGUAGE sql AS 'SELECT * FROM p'; SELECT (f()).code + 1
? CREATE FUNCTION f() RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT (f()).a
? CREATE FUNCTION f() RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT * FROM f()
CREATE FUNCTION f() RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT * FROM f() AS x(a int, b int)
SELECT x.a FROM (SELECT t AS x FROM t) q
SELECT (x).a FROM (SELECT t AS x FROM t) q
SELECT (x).nope FROM (SELECT t AS x FROM t) q
SELECT (q).a FROM (SELECT a FROM t) q
SELECT (q).nope FROM (SELECT a FROM t) q
SELECT q.nope FROM (SELECT a FROM t) q
SELECT row_to_json(t), row_to_json(t.*), to_jsonb(t) FROM t
SELECT t.*::text FROM t
SELECT t = t FROM t
SELECT t + 1 FROM t
SELECT t IS NULL FROM t
SELECT count(t), count(t.*) FROM t
? SELECT max(t) FROM t
SELECT coalesce(t, NULL) FROM t
SELECT lower(t) FROM t
? SELECT t::comp FROM t
SELECT t.a.b FROM t
SELECT t.r.id FROM rowuser t
SELECT (t.r).id FROM rowuser t
SELECT (SELECT p FROM p LIMIT 1)
SELECT ((SELECT p FROM p LIMIT 1)).code
SELECT ((SELECT p FROM p LIMIT 1)).nope
SELECT (SELECT r FROM rowuser).code
SELECT (array_agg(p))[1].code FROM p
SELECT ((array_agg(p))[1]).code FROM p
SELECT ((array_agg(p))[1]).nope FROM p
SELECT x.code FROM rowuser, unnest(ra) x
SELECT x.nope FROM rowuser, unnest(ra) x
SELECT code, v FROM rowuser, unnest(ra)
SELECT (x).code FROM (SELECT unnest(ra) x FROM rowuser) q
SELECT (x).nope FROM (SELECT unnest(ra) x FROM rowuser) q
SELECT (each(hs)).key FROM t
SELECT (jsonb_each('{}')).key
? SELECT (jsonb_each('{}')).nope
SELECT key, value FROM jsonb_each('{}')
? SELECT nope FROM jsonb_each('{}')
SELECT * FROM json_to_record('{}') AS x(a int)
SELECT x.a, x.b FROM json_to_record('{}') AS x(a int)
? SELECT * FROM json_to_record('{}')
SELECT name, setting FROM pg_settings
SELECT nope FROM pg_settings
SELECT relname FROM pg_class
SELECT nope FROM pg_class
SELECT table_name FROM information_schema.tables
SELECT nope FROM information_schema.tables
? SELECT * FROM pg_nope
? SELECT * FROM pg_catalog.pg_nope
SELECT * FROM information_schema.nope
SELECT n.x FROM regexp_matches('a', 'b') n(x)
SELECT x.word FROM pg_get_keywords() x
? SELECT x.nope FROM pg_get_keywords() x
SELECT (jsonb_populate_record(NULL::comp, '{}')).x
SELECT (jsonb_populate_record(NULL::comp, '{}')).z
SELECT * FROM jsonb_populate_record(NULL::comp, '{}')
SELECT x, z FROM jsonb_populate_record(NULL::comp, '{}')
SELECT x, y FROM jsonb_populate_recordset(NULL::comp, '[]')
CREATE VIEW zz AS SELECT p.* FROM p; ALTER TABLE p DROP COLUMN w CASCADE; SELECT * FROM zz
CREATE TABLE q (c comp, CHECK ((c).x > 0))
CREATE TABLE q (c comp, CHECK ((c).z > 0))
CREATE TABLE q (c comp, CHECK ((c).y > 0))
CREATE TABLE q (c comp); CREATE INDEX ON q (((c).x))
CREATE TABLE q (c comp); CREATE INDEX ON q (((c).z))
CREATE TABLE q (c comp, d int GENERATED ALWAYS AS ((c).x) STORED)
CREATE TABLE q (c comp, d int GENERATED ALWAYS AS ((c).z) STORED)
CREATE TABLE q (c comp); CREATE POLICY pp ON q USING ((c).x > 0)
CREATE TABLE q (c comp); CREATE POLICY pp ON q USING ((c).z > 0)
CREATE TABLE q (c comp, CHECK ((c).x > 0)); ALTER TYPE comp DROP ATTRIBUTE x
? CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc, CHECK ((c).a > 0)); ALTER TYPE cc DROP ATTRIBUTE a
CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc, CHECK ((c).a > 0)); ALTER TYPE cc DROP ATTRIBUTE b
? CREATE TYPE cc AS (a int, b text); CREATE TABLE q (c cc); CREATE INDEX ON q (((c).a)); ALTER TYPE cc DROP ATTRIBUTE a
CREATE DOMAIN dc AS comp; CREATE TABLE q (c dc); SELECT (c).x FROM q
CREATE DOMAIN dc AS comp; CREATE TABLE q (c dc); SELECT (c).z FROM q
CREATE TYPE oo AS (i comp, k int); CREATE TABLE q (c oo); SELECT (c).i.x, ((c).i).y FROM q
CREATE TYPE oo AS (i comp, k int); CREATE TABLE q (c oo); SELECT (c).i.z FROM q
CREATE TYPE oo AS (i comp, k int); CREATE TABLE q (c oo); SELECT (c).k.z FROM q
CREATE TABLE q (c comp); SELECT c = c, c = row(1, 'x'), c < c, c IS NULL, count(c), coalesce(c, c), array_agg(c), to_json(c) FROM q GROUP BY c
CREATE TABLE q (c comp); SELECT c::text, c::comp, c::varchar, (c::text)::comp, ARRAY[c], (ARRAY[c])[1], NULLIF(c, c) FROM q
CREATE TABLE q (c comp); SELECT c::int FROM q
CREATE TABLE q (c comp); SELECT c = 1 FROM q
CREATE TABLE q (c comp); SELECT c || 'x', c || arr FROM q, t
CREATE TABLE q (c comp); INSERT INTO q SELECT b FROM t
CREATE TABLE q (c comp); INSERT INTO q SELECT '(1,x)'
CREATE TABLE q (c comp); SELECT 1 FROM q WHERE c
CREATE TABLE q (c comp, d text); INSERT INTO q (d) SELECT c FROM q
CREATE TABLE q (c par); INSERT INTO q SELECT chi FROM chi; SELECT c = chi FROM q, chi; SELECT coalesce(c, chi) FROM q, chi
SELECT par::par, chi::par FROM par, chi
SELECT CASE WHEN true THEN par ELSE chi END FROM par, chi
SELECT ARRAY[par, chi] FROM par, chi
SELECT pt = pt1 FROM pt, pt1
CREATE FUNCTION f(par) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(par), f(chi) FROM par, chi
CREATE FUNCTION f(par) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(1)
CREATE FUNCTION f(comp) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(typed), f((1, 'x')), f('(1,x)'), f(NULL) FROM typed
CREATE FUNCTION f(comp) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(b) FROM t
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT NULL::comp'; SELECT * FROM f() WHERE x > 1
CREATE FUNCTION f() RETURNS SETOF par LANGUAGE sql AS 'SELECT par FROM par'; SELECT * FROM f() WHERE x > 1
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1'
CREATE DOMAIN dc AS comp; CREATE TABLE q (c dc); SELECT (c).x, c = c, c::text FROM q; INSERT INTO q VALUES ('(1,x)'), (row(1, 'x'))
CREATE DOMAIN dc AS comp; CREATE FUNCTION f() RETURNS dc LANGUAGE sql AS 'SELECT row(1, NULL::text)::dc'; SELECT x, y FROM f()
CREATE DOMAIN da AS int[]; CREATE TABLE q (c da); SELECT 1 = ANY (c), c[1] + 1, c || 1, ARRAY[c], unnest(c), array_length(c, 1), c::text FROM q
CREATE DOMAIN da AS int[]; CREATE TABLE q (c da); SELECT c + 1 FROM q
CREATE TABLE q (c pos, d pos[]); SELECT c + 1, c::text, sum(c), c = 1, d[1] + 1, 1 = ANY (d), coalesce(c, 2.5), d || c, d = d FROM q GROUP BY c, d
CREATE TABLE q (c pos); SELECT c || 1 LIKE 2 FROM q
CREATE TABLE q (c pos); SELECT lower(c) FROM q
CREATE TABLE q (c pos); INSERT INTO q SELECT now()
CREATE TABLE q (c pos); INSERT INTO q SELECT 1.5; INSERT INTO q VALUES (2.5), (3::bigint), ('4')
CREATE TABLE q (c pos); CREATE FUNCTION f(pos) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'; SELECT f(c) + 1, f(1) || 'x' FROM q
CREATE TABLE q (c pos); CREATE FUNCTION f(anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1'; SELECT f(c) + 1, f(d) FROM q, (SELECT 2::pos AS d) x
CREATE DOMAIN dm AS mood; CREATE TABLE q (c dm); SELECT c = 'ok', c = m, c::text, enum_range(c) FROM q, t
CREATE DOMAIN dm AS mood; CREATE TABLE q (c dm); SELECT c = 1 FROM q
CREATE DOMAIN db AS boolean; CREATE TABLE q (c db); SELECT 1 FROM q WHERE c AND NOT c
CREATE DOMAIN dj AS jsonb; CREATE TABLE q (c dj); SELECT c -> 'a', c ->> 'a', c['a'], c @> '{}', jsonb_each(c) FROM q
SELECT p.row_to_json, p.to_jsonb FROM p
SELECT x.row_to_json FROM (SELECT 1 AS a) x
SELECT p.count FROM p
SELECT p.name, p.length FROM p
SELECT p.pg_typeof FROM p
SELECT p.date FROM p
SELECT p.hash_record FROM p
SELECT p.array_agg FROM p
SELECT p.json_build_array FROM p
SELECT p.unnest FROM p
SELECT p.lower FROM p
SELECT p.text FROM p
SELECT p.coalesce FROM p
SELECT p.row_number FROM p
SELECT p.ctid, p.oid FROM p
CREATE FUNCTION n(u p) RETURNS text LANGUAGE sql AS 'SELECT code(u)'
CREATE FUNCTION n(u p) RETURNS text LANGUAGE sql RETURN code(u)
CREATE FUNCTION n(u p) RETURNS text LANGUAGE sql AS 'SELECT nosuch(u)'
SELECT code((SELECT p FROM p LIMIT 1))
SELECT x(row(1, 'a')::comp), y(NULL::comp), x(c) FROM (SELECT row(1, 'a')::comp AS c) z
SELECT nosuch(NULL::comp)
