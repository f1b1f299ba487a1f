SELECT a = b FROM t
SELECT a + b FROM t
SELECT a || b FROM t
SELECT a || a FROM t
SELECT b || 1 FROM t
SELECT arr || 'x' FROM t
SELECT arr || '{x}'::text[] FROM t
SELECT arr || 1 FROM t
SELECT m || 'x' FROM t
SELECT m = 'ok' FROM t
SELECT m = 'bad' FROM t
SELECT m = b FROM t
SELECT m::text = b FROM t
SELECT m > 'ok'::mood FROM t
SELECT m IN ('ok', 'sad') FROM t
SELECT m IN ('ok', b) FROM t
SELECT ts > now() FROM t
SELECT ts - ts FROM t
SELECT ts - '1 day' FROM t
SELECT ts - interval '1 day' FROM t
SELECT ts + 1 FROM t
SELECT ts::date + 1 FROM t
SELECT ts = 'today' FROM t
SELECT ts = 'someday' FROM t
SELECT date_trunc('day', ts) - ts::date FROM t
SELECT extract(year FROM ts) + 1 FROM t
SELECT extract(year FROM b) FROM t
SELECT a / 2.5, a % 2, a ^ 2, -a, @ a FROM t
SELECT - b FROM t
SELECT sum(a) + 1, avg(a) * 2, count(*) > 1, max(b) || 'x', min(ts) - now() FROM t
SELECT sum(b) FROM t
SELECT max(m) = 'ok' FROM t
SELECT max(m) = 'bad' FROM t
SELECT array_agg(a) = '{1,2}' FROM t
SELECT array_agg(a) = '{1,x}' FROM t
SELECT array_agg(b)[1] || 'x' FROM t
SELECT (array_agg(a))[1] || 'x' FROM t
SELECT (array_agg(a))[1] LIKE 'x' FROM t
SELECT string_agg(b, ',') FILTER (WHERE a > 1) OVER (PARTITION BY c ORDER BY ts) FROM t
SELECT string_agg(b, ',') FILTER (WHERE a) FROM t
SELECT row_number() OVER () + 1 FROM t
SELECT lag(b) OVER (ORDER BY a) + 1 FROM t
SELECT coalesce(a, 0), coalesce(b, 'x'), coalesce(m, 'ok'), coalesce(ts, now()), coalesce(a, 1.5) FROM t
SELECT coalesce(a, 'x') FROM t
SELECT coalesce(m, 'bad') FROM t
SELECT coalesce(a, b) FROM t
SELECT greatest(a, i), least(b, 'x'), nullif(b, ''), nullif(a, 0) FROM t
SELECT nullif(a, 'x') FROM t
SELECT nullif(a, b) FROM t
SELECT CASE a WHEN 1 THEN 'x' WHEN 2 THEN NULL ELSE b END || 'y' FROM t
SELECT CASE a WHEN 'x' THEN 1 END FROM t
SELECT CASE WHEN a THEN 1 END FROM t
SELECT CASE WHEN a > 1 THEN m ELSE 'ok' END FROM t
SELECT CASE WHEN a > 1 THEN m ELSE 'bad' END FROM t
SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END = b FROM t
SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END = a FROM t
SELECT * FROM t WHERE b
SELECT * FROM t WHERE 'yes'
SELECT * FROM t WHERE 'perhaps'
SELECT * FROM t WHERE NOT b = 'x' AND a IS NULL OR a IS NOT DISTINCT FROM 1
SELECT * FROM t WHERE a IS DISTINCT FROM b
SELECT * FROM t WHERE a BETWEEN 1 AND 'x'
SELECT * FROM t WHERE ts BETWEEN now() - interval '1 day' AND 'now'
SELECT * FROM t WHERE a BETWEEN SYMMETRIC 2 AND 1.5
SELECT * FROM t WHERE a LIKE 'x%'
SELECT * FROM t WHERE b LIKE 'x%' ESCAPE '!' AND b SIMILAR TO 'x' AND b ~* 'x'
SELECT * FROM t WHERE a = ANY (arr)
SELECT * FROM t WHERE b = ANY (arr) AND a = ALL ('{1,2}') AND 'x' = ANY (arr)
SELECT * FROM t WHERE a = ANY ('{x}')
SELECT * FROM t WHERE a = ANY (ARRAY[1, 2.5])
SELECT * FROM t WHERE a = ANY (1)
SELECT * FROM t WHERE a IN (SELECT id FROM p)
SELECT * FROM t WHERE b IN (SELECT id FROM p)
SELECT * FROM t WHERE a IN (SELECT id, code FROM p)
SELECT * FROM t WHERE (a, b) IN (SELECT id, code FROM p)
SELECT * FROM t WHERE (a, b) IN (SELECT code, id FROM p)
SELECT * FROM t WHERE (a, b) = (1, 'x') AND (a, b) IN ((1, 'x'), (2, NULL))
SELECT * FROM t WHERE (a, b) = ('x', 1)
SELECT * FROM t WHERE (a, b) = (1, 'x', 2)
SELECT * FROM t WHERE (a, b) = (SELECT id, code FROM p)
SELECT * FROM t WHERE (a, b) = (SELECT code, id FROM p)
SELECT * FROM t WHERE a = (SELECT max(id) FROM p) AND EXISTS (SELECT FROM p) AND b = ALL (SELECT code FROM p)
SELECT * FROM t WHERE a = (SELECT code FROM p)
SELECT * FROM t WHERE a = (SELECT id, v FROM p)
SELECT ARRAY(SELECT id FROM p) || 1, ARRAY(SELECT code FROM p) || 'x'::text
SELECT ARRAY(SELECT id FROM p) @> ARRAY['x']
SELECT a FROM t UNION SELECT id FROM p UNION ALL SELECT 1.5
SELECT a FROM t UNION SELECT code FROM p
SELECT a FROM t UNION SELECT NULL
SELECT m FROM t UNION SELECT 'ok'
SELECT m FROM t UNION SELECT 'bad'
SELECT 'x' UNION SELECT 1
SELECT 'x' UNION SELECT b FROM t UNION SELECT NULL
SELECT b FROM t EXCEPT SELECT code FROM p INTERSECT SELECT y FROM par
SELECT x + 1 FROM (SELECT 1 AS x UNION SELECT 2.5) q
SELECT x + 1 FROM (SELECT 'x' AS x) q
SELECT x || 'y' FROM (SELECT 'x' AS x) q
SELECT x = b FROM (VALUES ('x'), (NULL)) v(x), t
SELECT x = a FROM (VALUES ('x'), (NULL)) v(x), t
SELECT x = a FROM (VALUES (1), (2.5)) v(x), t
VALUES (1), ('x')
VALUES (1), (NULL), ('3')
WITH w AS (SELECT a AS x FROM t) SELECT x LIKE 'y' FROM w
WITH w (x) AS (SELECT b FROM t) SELECT x LIKE 'y' FROM w
WITH RECURSIVE r (n, s) AS (SELECT 1, 'x' UNION ALL SELECT n + 1, s || 'y' FROM r WHERE n < 5) SELECT n, s || 'z' FROM r
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n || 'x' FROM r WHERE n < 5) SELECT n FROM r
SELECT * FROM t JOIN p ON t.c = p.id AND t.b = p.code
SELECT * FROM t JOIN p ON t.b = p.id
SELECT * FROM t JOIN p ON t.a
SELECT * FROM t JOIN (SELECT 1 AS a) q USING (a)
SELECT * FROM t JOIN (SELECT now() AS a) q USING (a)
SELECT x + 1 FROM generate_series(1, 3) x
SELECT x.x || 'y', x FROM generate_series(1, 3) x
SELECT x LIKE 'y' FROM generate_series(1, 3) x
SELECT x.n, x.ordinality + 1 FROM unnest(ARRAY['a']) WITH ORDINALITY AS x(n)
SELECT x.n || 'b', x.k FROM unnest(ARRAY['a']) WITH ORDINALITY AS x(n, k)
SELECT x.k FROM unnest(ARRAY['a']) AS x(n)
SELECT u + 1 FROM t, unnest(arr) u
SELECT u || '1' FROM t, unnest(arr) u
SELECT u = 'ok' FROM e, unnest(ms) u
SELECT u = 'bad' FROM e, unnest(ms) u
SELECT abs(a.n), a.abs FROM generate_series(1, 2) AS a(n)
SELECT text(a), date(ts), a.text FROM t, LATERAL (SELECT 1 AS text) a (text)
SELECT lower(b), upper(b) || 'x', length(b) + 1 FROM t
SELECT lower(a) FROM t
SELECT round(a, 2), round(a / 3.0, 2) FROM t
SELECT round(a::float8, 2) FROM t
SELECT concat(a, b, ts), format('%s', a), json_build_object('a', a) FROM t
SELECT to_char(ts, 'YYYY'), to_char(a, '999') FROM t
SELECT to_char(b, 'YYYY') FROM t
SELECT a::text, b::int, m::text, 'ok'::mood, ts::date, arr::text FROM t
SELECT ts::int FROM t
SELECT a::date FROM t
SELECT '2026-02-30'::date
SELECT 'x'::int
SELECT 'bad'::mood
SELECT ARRAY['1', 'x']::int[]
SELECT ARRAY['1', '2']::int[] || a FROM t
SELECT (ARRAY[1, 2])[1] + 1, (arr)[1] || 'x', arr[1:2] || 'x'::text FROM t
SELECT arr[1] + 1 FROM t
SELECT nextval('sq'), currval('sq'), setval('sq', 1)
SELECT nextval('nosuch')
SELECT pg_sleep('x')
SELECT a FROM t ORDER BY b || 1, a + '1' LIMIT 1
SELECT a FROM t ORDER BY a + 'x'
SELECT count(*) FROM t GROUP BY lower(b), a HAVING count(*) > 1
SELECT count(*) FROM t HAVING count(*)
SELECT id.x FROM (SELECT 1 AS x) id WHERE id.x = '1'
SELECT pos(1) FROM t
SELECT 1::pos + 1, 1::pos || 'x'
SELECT 'x' < 'y', 'x' || 'y', NULL = NULL, NULL + 1, NULL || 'x'
SELECT current_date - 1, current_timestamp - current_date, localtime + interval '1 hour', current_user || 'x'
SELECT current_date - 'x'
SELECT oid::regclass::text, relname || 'x', relname = 'x' FROM pg_class
INSERT INTO p (id, code, v) VALUES (91, 'x', 1), ('92', NULL, DEFAULT)
INSERT INTO p (id) VALUES ('x')
INSERT INTO p (id) VALUES (now())
INSERT INTO p (id, code) SELECT a + 100, b FROM t
INSERT INTO p (id, code) SELECT b, a FROM t
INSERT INTO p (id, code) SELECT a, m FROM t
INSERT INTO p (id, v) SELECT 93, '1'
INSERT INTO p (id, v) SELECT 93, 'x'
INSERT INTO p (id, v) SELECT 93, x FROM (SELECT '1' AS x) q
INSERT INTO p (id, v) VALUES (94, 1.5), (95, 2::bigint)
INSERT INTO p (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET code = excluded.id, v = excluded.v + p.v
INSERT INTO p (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET v = excluded.code
INSERT INTO p (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET v = 1 WHERE p.code
INSERT INTO e (id, m, ms) VALUES (9, 'ok', '{ok,sad}')
INSERT INTO e (id, m, ms) VALUES (9, 'ok', '{ok,bad}')
INSERT INTO e (id, ms[1]) VALUES (9, 'ok')
INSERT INTO e (id, ms[1]) VALUES (9, 'bad')
UPDATE p SET v = '1', w = code::int, code = id
UPDATE p SET v = code
UPDATE p SET v = 'x'
UPDATE p SET v = ts FROM t
UPDATE p SET (v, w) = (1, '2'), code = 'x'
UPDATE p SET (v, w) = (1, 'x')
UPDATE p SET (v, w) = (SELECT a, c FROM t LIMIT 1)
UPDATE p SET (v, w) = (SELECT a, b FROM t LIMIT 1)
UPDATE p SET (v, w) = (SELECT a FROM t LIMIT 1)
UPDATE p SET (v, w) = (1, 2, 3)
UPDATE t SET arr[1] = 'x', ts = 'now', m = 'ok' WHERE a = '1'
UPDATE t SET arr[1] = ARRAY['x']
UPDATE t SET m = b
UPDATE t SET b = m, arr = '{}'
DELETE FROM p USING t WHERE t.c = p.id RETURNING p.id + t.a
DELETE FROM p WHERE id = code
MERGE INTO p USING t ON p.id = t.a WHEN MATCHED THEN UPDATE SET v = t.a WHEN NOT MATCHED THEN INSERT (id, code) VALUES (t.a, t.b)
MERGE INTO p USING t ON p.id = t.b WHEN MATCHED THEN DELETE
MERGE INTO p USING t ON p.id = t.a WHEN NOT MATCHED THEN INSERT (id, code) VALUES (t.ts, t.b)
CREATE VIEW n AS SELECT a + b AS x FROM t
CREATE VIEW n AS SELECT coalesce(b, 'x') AS x, a + 1.5 AS y, m FROM t; SELECT x || 'y', y + 1, m = 'ok' FROM n
CREATE VIEW n AS SELECT coalesce(b, 'x') AS x FROM t; SELECT x + 1 FROM n
CREATE VIEW n AS SELECT a + 1 AS x FROM t; CREATE OR REPLACE VIEW n AS SELECT a + 1.5 AS x FROM t
CREATE VIEW n AS SELECT a + 1 AS x FROM t; CREATE OR REPLACE VIEW n AS SELECT a * 2 AS x FROM t
CREATE TABLE v10 (a varchar(10)); CREATE VIEW n AS SELECT a AS x FROM v10; CREATE OR REPLACE VIEW n AS SELECT coalesce(a, a) AS x FROM v10
CREATE TABLE v10 (a varchar(10)); CREATE VIEW n AS SELECT a AS x FROM v10; CREATE OR REPLACE VIEW n AS SELECT coalesce(a, 'x') AS x FROM v10
CREATE TABLE v10 (a varchar(10)); CREATE VIEW n AS SELECT a AS x FROM v10; CREATE OR REPLACE VIEW n AS SELECT upper(a) AS x FROM v10
CREATE FUNCTION f(int) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$; SELECT f(1) || 'y', f(a) = b FROM t
CREATE FUNCTION upper(int) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$; SELECT upper(a), upper(b) FROM t
CREATE CAST (int AS text) WITH INOUT AS IMPLICIT; SELECT lower(a), a LIKE 'x' FROM t
CREATE FUNCTION plus(int, text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE OPERATOR + (LEFTARG = int, RIGHTARG = text, FUNCTION = plus); SELECT a + b FROM t
SELECT * FROM t WHERE i IN (1, 'x')
SELECT * FROM t WHERE i IN (1, '2') AND 'ok' IN (m, 'sad') AND '1' IN (a, 2.5)
? SELECT * FROM t WHERE 'x' IN (a, i)
SELECT * FROM t WHERE m IN (SELECT m FROM e) AND m IN ('ok', m)
SELECT p.id FROM p, t JOIN rowuser ON (p.id = t.id)
SELECT p.id FROM p, t JOIN LATERAL (SELECT p.v) x ON true
SELECT t.a FROM t, p JOIN (SELECT 1 AS id, 2 AS y) x ON p.id = y
SELECT 1 FROM t, p JOIN (SELECT 1 AS y) x ON id = y
SELECT 1 FROM p JOIN t ON p.id = t.id JOIN (SELECT 1 AS id) x USING (id)
SELECT 1 FROM p JOIN (SELECT 1 AS id, 2 AS id) x USING (id)
INSERT INTO p (id, v) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET v = v + 1
INSERT INTO p (id, v) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET v = p.v + excluded.v
INSERT INTO p (id, v) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET v = 3 WHERE w > 0
INSERT INTO p (id, v) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET v = 3 WHERE p.w > 0
SELECT CASE 'now' WHEN now() THEN 1 END
SELECT CASE 'x' WHEN b THEN 1 END FROM t
SELECT CASE NULL WHEN a THEN 1 END FROM t
SELECT ('(1,x)').y
SELECT ('{1,2}')[1]
SELECT (NULL)[1]
SELECT to_json('x')
SELECT to_json('x'::text), to_json(NULL::int)
SELECT array_length('{1}', 1)
SELECT array_append('{1}', 1), array_append(NULL, 'x'), array_append('{x}', 'y')
SELECT enum_first('ok')
SELECT lower('x'), upper(NULL), array_agg('x'), json_agg('x'), count('x')
SELECT ARRAY[1]::int[]::bigint[], ARRAY['1']::int[], ARRAY[1]::text[], ARRAY[1]::text, '{1}'::text::int[]
SELECT ARRAY[1]::int::text
SELECT ARRAY[true]::date[]
SELECT ARRAY[1]::bool
SELECT 1::int[]
SELECT m::text::mood[] FROM t
SELECT arr::mood[], ARRAY[m]::text[] FROM t
SELECT mode() FROM t
SELECT mode(a) FROM t
SELECT mode() WITHIN GROUP (ORDER BY a), percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM t
SELECT percentile_disc(0.5, a) FROM t
SELECT count() OVER () FROM t
SELECT row_number() OVER (), count(*) OVER () FROM t
MERGE INTO t USING p ON t.a + p.v WHEN MATCHED THEN DELETE
CREATE FUNCTION max(mood, mood) RETURNS mood LANGUAGE sql AS 'SELECT $1'; SELECT b, max(a) FROM t GROUP BY b
CREATE EXTENSION citext; SELECT b, max(a) FROM t GROUP BY b
SELECT a FROM pg_catalog.unnest(ARRAY[1], ARRAY[2]) AS t(a, b)
SELECT j.v, j.b FROM (p JOIN t USING (id)) AS j
SELECT p.v FROM (p JOIN t USING (id)) AS j
SELECT j.q, j.b FROM (p JOIN t USING (id)) AS j (q)
SELECT p.a FROM (p JOIN t USING (id)) AS p
SELECT p.code FROM (p JOIN t USING (id)) AS p
SELECT p.v FROM (p JOIN t USING (id)) AS j JOIN p USING (id)
SELECT k.v FROM (p JOIN t USING (id)) AS j, LATERAL (SELECT p.v) k
SELECT k.v FROM (p JOIN t USING (id)) AS j, LATERAL (SELECT j.v) k
INSERT INTO p (id) SELECT t.* FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t
INSERT INTO p (id, code) SELECT t.* FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t LIMIT 0
INSERT INTO p (id, code) SELECT * FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t (a, b) LIMIT 0
SELECT t.a || t.b FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t (a, b)
SELECT lower(t.a) FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t (a, b)
SELECT o + 1, lower(b) FROM unnest('{2,3}'::int[], '{x,y}'::text[]) WITH ORDINALITY t (a, b, o)
SELECT unnest FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t
SELECT x FROM unnest('{2,3}'::int[], NULL::comp[]) t
SELECT nope FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t
SELECT u.id FROM (p JOIN t USING (id) AS u) AS j
SELECT j.id FROM (p JOIN t USING (id) AS u) AS j
SELECT u.id FROM p JOIN t USING (id) AS u
SELECT u.id FROM (p JOIN t USING (id) AS u)
? CREATE FUNCTION rec() RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT * FROM rec()
CREATE FUNCTION rec() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2'; SELECT * FROM rec() AS (a int, b int)
CREATE FUNCTION rec() RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT rec()
CREATE FUNCTION rec(OUT a int, OUT b int) RETURNS record LANGUAGE sql AS 'SELECT 1, 2'; SELECT a + b FROM rec()
CREATE FUNCTION srf(int) RETURNS SETOF int LANGUAGE sql AS 'SELECT 1'; SELECT * FROM srf(1) AS (a int)
SELECT * FROM generate_series(1, 2) AS (a int)
SELECT * FROM generate_series(1, 2) AS g (a)
SELECT * FROM json_to_record('{"a": 1}') AS x (a int, b text)
SELECT * FROM jsonb_to_recordset('[]') AS x (a int, b text)
SELECT * FROM jsonb_populate_recordset(NULL::p, '[]')
SELECT * FROM ROWS FROM (json_to_recordset('[]') AS (a int), generate_series(1, 3)) AS x (a, b)
SELECT greatest('{}'::json, '[]')
SELECT least(NULL::xml, NULL)
SELECT greatest('1'::jsonb, '2'), least('a', 'b'), greatest(1, 2.5)
SELECT greatest('1'::json)
SELECT * FROM json_to_recordset('[]') AS x (a int, b nosuch)
SELECT * FROM ROWS FROM (unnest(ARRAY[10, 20], ARRAY['a', 'b']), generate_series(1, 2)) WITH ORDINALITY AS z (a, b, c, o)
SELECT ARRAY[1, 3, 9, 'NaN']::float8[], ARRAY[[1, 'NaN'], [2, 3]]::float8[], ARRAY['a', NULL]::text[]
SELECT ARRAY[1, 'x']::int[]
SELECT ARRAY[1, 'x']
SELECT ARRAY[true]::int[]
SELECT ARRAY['2020-01-01'::date]::int[]
SELECT x FROM information_schema._pg_expandarray('{1,2}'::int[])
CREATE DOMAIN da AS int[]; CREATE TABLE w (f da[]); SELECT f[1], (f[1])[1] FROM w; UPDATE w SET f[2] = ARRAY[99]
SELECT json_object('{a,b}'::text[]), json_object('{a}'::text[], '{b}'::text[])
WITH RECURSIVE r AS (SELECT a FROM r) SELECT * FROM r
WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM r WHERE a < 3) SELECT * FROM r
WITH RECURSIVE r AS (SELECT 1 AS a INTERSECT SELECT a FROM r) SELECT * FROM r
WITH RECURSIVE r AS (INSERT INTO p (id) SELECT id + 5 FROM r RETURNING id) SELECT id FROM r
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT * FROM a
WITH RECURSIVE r AS (WITH r AS (SELECT 1 AS a) SELECT a FROM r) SELECT * FROM r
WITH RECURSIVE r AS (SELECT * FROM s.inner_t) SELECT * FROM r
WITH RECURSIVE t AS (SELECT * FROM public.t) SELECT a FROM t
WITH RECURSIVE r (n) AS (VALUES (1) UNION SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r
WITH RECURSIVE p AS (INSERT INTO p (id) VALUES (99) RETURNING id) SELECT id FROM p
