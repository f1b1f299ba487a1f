CREATE VIEW zz AS SELECT * FROM t WHERE a = 'abc'
CREATE VIEW zz AS SELECT * FROM t WHERE a > ALL ('{1,x}')
CREATE POLICY pp ON t USING (a = 'abc')
CREATE POLICY pp ON t USING (a)
CREATE POLICY pp ON t USING (b = current_user)
CREATE POLICY pp ON t USING (a = current_user)
CREATE POLICY pp ON t WITH CHECK (a)
CREATE POLICY pp ON t USING (count(*) > 1)
CREATE POLICY pp ON t USING (row_number() OVER () > 1)
CREATE TABLE q (a int CHECK (a = 'abc'))
CREATE TABLE q (a int CHECK (a))
CREATE TABLE q (a int CHECK (a IN (1, 'x')))
CREATE TABLE q (a int CHECK (a BETWEEN 1 AND 'x'))
CREATE TABLE q (a int, b text CHECK (b > a))
CREATE TABLE q (a int, b text GENERATED ALWAYS AS (a) STORED)
CREATE TABLE q (a int, b int GENERATED ALWAYS AS (a || 'x') STORED)
CREATE TABLE q (a int, b int GENERATED ALWAYS AS (a::text) STORED)
CREATE TABLE q (a int DEFAULT now())
CREATE TABLE q (a int DEFAULT 'x' || 'y')
CREATE TABLE q (a date DEFAULT 1)
CREATE TABLE q (a date DEFAULT now())
CREATE TABLE q (a text DEFAULT 1)
CREATE TABLE q (a boolean DEFAULT 1)
CREATE TABLE q (a int DEFAULT true)
CREATE TABLE q (a uuid DEFAULT md5('x'))
CREATE INDEX ON t (a) WHERE b
CREATE INDEX ON t ((b + 1))
CREATE TRIGGER tt BEFORE UPDATE ON t FOR EACH ROW WHEN (old.a) EXECUTE FUNCTION trg()
CREATE TRIGGER tt BEFORE UPDATE ON t FOR EACH ROW WHEN (old.a = 'x') EXECUTE FUNCTION trg()
CREATE TRIGGER tt BEFORE UPDATE ON t FOR EACH ROW WHEN (count(*) > 1) EXECUTE FUNCTION trg()
CREATE RULE rr AS ON UPDATE TO p WHERE old.v DO INSTEAD NOTHING
CREATE RULE rr AS ON UPDATE TO p WHERE old.v = 'x' DO INSTEAD NOTHING
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT ''x'''
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT b FROM t'
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a, b FROM t'
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1::bigint'
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'INSERT INTO p VALUES (1)'
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'INSERT INTO p VALUES (1) RETURNING id'
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'INSERT INTO p VALUES (1) RETURNING code'
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT * FROM p'
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT * FROM t'
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT id, code, v FROM p'
CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT p FROM p'
? CREATE FUNCTION f() RETURNS SETOF p LANGUAGE sql AS 'SELECT t FROM t'
CREATE FUNCTION f() RETURNS p LANGUAGE sql AS 'SELECT row(1, ''x'', 1, 1)'
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT row(1, ''x'')'
? CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT row(1)'
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT row(1, ''x'')::comp'
CREATE FUNCTION f() RETURNS TABLE (a int) LANGUAGE sql AS 'SELECT b FROM t'
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT a FROM t'
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS 'SELECT ''ok'''
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS 'SELECT ''bad'''
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS 'SELECT ''ok''::text'
CREATE FUNCTION f() RETURNS int[] LANGUAGE sql AS 'SELECT ARRAY[''x'']'
CREATE FUNCTION f() RETURNS pos LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f() RETURNS pos LANGUAGE sql AS 'SELECT ''x''::text'
CREATE FUNCTION f() RETURNS trigger LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + y'
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x || ''y'''
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT $2'
CREATE FUNCTION f(x int) RETURNS text RETURN x
CREATE FUNCTION f(x int) RETURNS date RETURN x
CREATE FUNCTION f(x text) RETURNS int RETURN x
CREATE FUNCTION f(x int) RETURNS int RETURN a
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT a, count(*) FROM t'
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t WHERE count(*) > 1'
CREATE FUNCTION f(x int DEFAULT 'y') RETURNS int LANGUAGE sql AS 'SELECT 1'
? CREATE FUNCTION f(x int DEFAULT now()) RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION f(x date DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE PROCEDURE f(x int) LANGUAGE sql AS 'SELECT 1'
CREATE PROCEDURE f(x int) LANGUAGE sql AS 'INSERT INTO p VALUES (x, x, x, ''x'')'
UPDATE t SET a = b
UPDATE t SET a = 'x'
UPDATE t SET b = a
UPDATE t SET ts = 1
UPDATE t SET ts = now()
UPDATE t SET m = b
UPDATE t SET m = 'bad'
UPDATE t SET arr = b
UPDATE t SET arr = ARRAY[1]
UPDATE t SET arr[1] = 2
UPDATE t SET arr['x'] = 2
UPDATE t SET a = true
UPDATE t SET a[1] = 1
UPDATE t SET (a, b) = (1, 2, 3)
UPDATE t SET (a, b) = (SELECT 1)
UPDATE t SET (a, b) = (SELECT 'x', 'y')
UPDATE t SET g = 1
UPDATE t SET g = DEFAULT
UPDATE t SET i = 1
INSERT INTO t (g) VALUES (1)
INSERT INTO t (i) VALUES (1)
INSERT INTO t (a) VALUES ('x')
INSERT INTO t (a) VALUES (now())
INSERT INTO t (a) SELECT b FROM t
INSERT INTO t (a) SELECT 'x'
INSERT INTO t (a) SELECT 'x' UNION SELECT 'y'
INSERT INTO t (b) SELECT a FROM t
INSERT INTO t (m) SELECT b FROM t
INSERT INTO t (m) SELECT 'bad'
? INSERT INTO vw VALUES (1)
? UPDATE vw SET one = 1
? DELETE FROM vw
INSERT INTO ev VALUES (1)
UPDATE ev SET n = 1
UPDATE ev SET m = 'bad'
SELECT * FROM t WHERE a
SELECT * FROM t WHERE a = b
SELECT * FROM t WHERE a = ts
SELECT * FROM t WHERE ts = 1
SELECT * FROM t WHERE ts > '2020-13-01'
SELECT * FROM t WHERE a > 'x'
SELECT * FROM t WHERE 'x' = a
SELECT * FROM t WHERE (a, b) = ('x', 'y')
SELECT * FROM t WHERE a IN ('x')
SELECT * FROM t WHERE a IN (b)
SELECT * FROM t WHERE b IN (1)
SELECT * FROM t WHERE a IN (1, 2, NULL, '3')
SELECT * FROM t WHERE NOT a
SELECT * FROM t WHERE a AND b
SELECT * FROM t WHERE a IS TRUE
SELECT * FROM t WHERE b IS TRUE
SELECT CASE WHEN a = 1 THEN 1 ELSE 'x' END FROM t
SELECT CASE WHEN a = 1 THEN a ELSE b END FROM t
SELECT CASE a WHEN b THEN 1 END FROM t
SELECT CASE a WHEN 'x' THEN 1 END FROM t
SELECT coalesce(a, b) FROM t
SELECT coalesce(a, 'x') FROM t
SELECT coalesce(ts, 1) FROM t
SELECT greatest(a, b) FROM t
SELECT nullif(a, b) FROM t
SELECT ARRAY[a, b] FROM t
SELECT ARRAY[a, 'x'] FROM t
SELECT ARRAY[1, 2.5, '3'] || 1 FROM t
SELECT a::date FROM t
SELECT ts::int FROM t
SELECT b::int FROM t
SELECT true::int, 1::boolean, 1::bigint::boolean FROM t
SELECT a::uuid FROM t
SELECT 'x'::int
SELECT cast('x' AS date)
SELECT date 'x'
SELECT interval 'x'
SELECT a + b FROM t
SELECT a || b || ts FROM t
SELECT b - 1 FROM t
SELECT ts + ts FROM t
SELECT - b FROM t
SELECT NOT b FROM t
SELECT a LIKE 'x' FROM t
SELECT ts LIKE 'x' FROM t
SELECT ts ~ 'x' FROM t
SELECT lower(a) FROM t
SELECT lower(b, b) FROM t
SELECT lower() FROM t
SELECT length(a) FROM t
SELECT substr(b, 'x') FROM t
SELECT substr(b, b) FROM t
SELECT round(b) FROM t
SELECT round(a, 2) FROM t
SELECT round(1.5::float8, 2) FROM t
SELECT to_char(a) FROM t
SELECT to_char(ts, 1) FROM t
SELECT date_trunc(1, ts) FROM t
SELECT date_trunc('day', b) FROM t
SELECT extract(year FROM a) FROM t
SELECT now() - a FROM t
SELECT age(b) FROM t
SELECT sum(b) FROM t
SELECT avg(ts) FROM t
SELECT max(true) FROM t
SELECT bool_and(a) FROM t
SELECT string_agg(a, ',') FROM t
SELECT string_agg(b) FROM t
SELECT array_agg(a, b) FROM t
SELECT count(a, b) FROM t
SELECT count() FROM t
SELECT sum(*) FROM t
SELECT lag(a, 'x') OVER () FROM t
SELECT lag(a, 1, 'x') OVER () FROM t
SELECT lag(a, 1, b) OVER () FROM t
SELECT ntile(b) OVER () FROM t
SELECT jsonb_build_object('a', a)->>'a' + 1 FROM t
SELECT jsonb_build_object('a', a)->1->>'a' || 'x' FROM t
SELECT a->'x' FROM t
SELECT b->>'x' FROM t
SELECT '{}'::jsonb ? 1
SELECT '{}'::jsonb @> '{'
SELECT '{}'::jsonb || 'x'
SELECT arr @> ARRAY['x'], arr && ARRAY['x'] FROM t
SELECT arr @> ARRAY[1] FROM t
SELECT arr && '{x}' FROM t
SELECT arr || b, b || arr FROM t
SELECT arr || a FROM t
SELECT array_append(arr, a) FROM t
SELECT array_append(arr, b), array_length(arr, 1), unnest(arr) || 'x' FROM t
SELECT array_length(b, 1) FROM t
SELECT unnest(b) FROM t
SELECT unnest(arr) + 1 FROM t
SELECT cardinality(a) FROM t
SELECT array_position(arr, 1) FROM t
SELECT array_to_string(a, ',') FROM t
SELECT array_to_string(arr, 1) FROM t
SELECT generate_series(1, 'x')
SELECT generate_series(now(), now(), '1 day')
SELECT generate_series(now(), now())
SELECT generate_series('2020-01-01'::date, now(), '1 day'::interval)
SELECT m || 'x' FROM t
SELECT lower(m) FROM t
SELECT m = b FROM t
SELECT m < 'ok' FROM t
SELECT m < 'nope' FROM t
SELECT m IN ('ok', 'nope') FROM t
SELECT coalesce(m, 'nope') FROM t
SELECT m::int FROM t
SELECT enum_range(m) FROM t
SELECT enum_range(a) FROM t
SELECT format('%s', a, b), concat(a, b, ts), greatest(1, 2.5) FROM t
SELECT format(a, b) FROM t
SELECT nextval('sq'), nextval('nope')
SELECT nextval(b) FROM t
SELECT 'nope'::regclass
SELECT 'p'::regclass
SELECT 'nope'::regtype
SELECT 'text'::regtype
SELECT nope(1)
SELECT s.nope(1)
SELECT nope.f(1)
SELECT pg_catalog.lower(1)
SELECT coalesce()
SELECT a = ANY (b) FROM t
SELECT a = ANY (arr) FROM t
SELECT a = ANY (SELECT b FROM t) FROM t
SELECT a IN (SELECT b FROM t) FROM t
SELECT a > ALL (SELECT code, v FROM p) FROM t
SELECT (a, b) IN (SELECT a FROM t) FROM t
SELECT (a, b) < (b, a) FROM t
SELECT (a, b) = ROW (1) FROM t
SELECT row(a, b) IS NULL FROM t
SELECT a IS DISTINCT FROM b FROM t
SELECT b COLLATE "C", b COLLATE "nope" FROM t
? SELECT a COLLATE "C" FROM t
SELECT ts AT TIME ZONE 'utc', ts AT TIME ZONE 1 FROM t
SELECT a AT TIME ZONE 'utc' FROM t
SELECT overlay(b PLACING 'x' FROM 'y') FROM t
SELECT position('x' IN a) FROM t
SELECT trim(a) FROM t
SELECT substring(b FROM 1 FOR 'x') FROM t
SELECT (ts, ts) OVERLAPS (ts, ts) FROM t
SELECT (a, a) OVERLAPS (ts, ts) FROM t
SELECT xmlelement(name a, b), xmlforest(a) FROM t
SELECT make_interval(days => 1)
? SELECT make_interval(days => 'x')
? SELECT make_interval(nope => 1)
SELECT make_date(2020, 1)
SELECT 1 = '1', 1 = 'x'
SELECT 1 + 'x'
SELECT 'x' + 1
SELECT 'a' || 'b', 'a' + 'b'
SELECT 'a' < 'b'
SELECT NULL + NULL
SELECT - 'x'
SELECT 1::numeric + 'x'
SELECT now() > 'x'
SELECT now() - '1 day', now() - 'x'
SELECT current_date - 'x'
SELECT current_date - '1'
SELECT current_date + 1, current_date + '1 day'
SELECT interval '1 day' * 'x'
SELECT true = 'x'
SELECT true = 1
SELECT 1 <> true
SELECT 1.5 % 2, 1.5::float8 % 2
SELECT 1 & 1.5
SELECT 2 ^ 'x'
SELECT b ~ a FROM t
SELECT sum(DISTINCT a, b) FROM t
SELECT mode() WITHIN GROUP (ORDER BY a) + 1 FROM t
SELECT 1 WHERE EXISTS (SELECT nope)
SELECT uuid_generate_v4()
SELECT gen_random_uuid() = 'x'
SELECT gen_random_uuid() = b FROM t
SELECT inet '1.1.1.1' = b FROM t
SELECT int4range(1, 'x')
SELECT int4range(1, 2) @> 'x'
SELECT int4range(1, 2) @> 1.5
SELECT int4range(1, 2) && '[1,2)'
SELECT lower(int4range(1, 2)) + 1, lower(int4range(1, 2)) || 'x'
SELECT tstzrange(now(), NULL) @> ts FROM t
SELECT tsrange(ts, NULL) @> ts FROM t
ALTER TYPE vw RENAME TO x
ALTER TYPE vw SET SCHEMA s
ALTER TYPE vw OWNER TO CURRENT_USER
GRANT USAGE ON TYPE vw TO PUBLIC
COMMENT ON TYPE vw IS 'x'
DROP TYPE vw
DROP TYPE vw CASCADE
? ALTER TYPE vw ADD ATTRIBUTE a int
ALTER TYPE vw ADD VALUE 'a'
ALTER TYPE vw RENAME ATTRIBUTE one TO two
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one; ALTER TYPE mv RENAME TO x
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one; ALTER TYPE mv OWNER TO CURRENT_USER
CREATE DOMAIN dv AS vw; ALTER TYPE dv RENAME TO x
INSERT INTO t (a, g) VALUES (0, DEFAULT), (-1, DEFAULT)
INSERT INTO t (a, g) VALUES (0, DEFAULT), (-1, 3)
INSERT INTO t (a, i) VALUES (0, DEFAULT), (-1, DEFAULT)
INSERT INTO t (a, i) VALUES (0, DEFAULT), (-1, 3)
INSERT INTO t (a, i) OVERRIDING SYSTEM VALUE VALUES (0, 2)
INSERT INTO t (a, i) OVERRIDING USER VALUE VALUES (0, 2)
INSERT INTO t (a, g) OVERRIDING SYSTEM VALUE VALUES (0, 2)
INSERT INTO t (a, i) SELECT 0, 2
INSERT INTO t (a, i) OVERRIDING USER VALUE SELECT 0, 2
INSERT INTO t (a, g) SELECT 1, 'x'
INSERT INTO t VALUES (1, 0, 'x', NULL)
INSERT INTO t VALUES (1, 0, 'x', NULL, 3)
INSERT INTO t VALUES (1, 0, 'x', NULL, DEFAULT, DEFAULT, 'ok')
EXPLAIN INSERT INTO t DEFAULT VALUES
INSERT INTO t (a) VALUES (0) ON CONFLICT (id) DO UPDATE SET g = 3
INSERT INTO t (a) VALUES (0) ON CONFLICT (id) DO UPDATE SET i = DEFAULT
UPDATE t SET (a, g) = (1, DEFAULT)
UPDATE t SET (a, g) = (1, 2)
UPDATE t SET (a, i) = (SELECT 1, 2)
MERGE INTO t USING p ON t.id = p.id WHEN MATCHED THEN UPDATE SET g = 1
MERGE INTO t USING p ON t.id = p.id WHEN MATCHED THEN UPDATE SET g = DEFAULT
MERGE INTO t USING p ON t.id = p.id WHEN NOT MATCHED THEN INSERT (a, i) VALUES (p.v, p.w)
MERGE INTO t USING p ON t.id = p.id WHEN NOT MATCHED THEN INSERT (a, i) OVERRIDING SYSTEM VALUE VALUES (p.v, p.w)
WITH n AS (UPDATE t SET g = 1 RETURNING a) SELECT * FROM n
CREATE RULE ru AS ON INSERT TO p DO ALSO INSERT INTO t (g) VALUES (1)
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'UPDATE t SET g = 1'
CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC UPDATE t SET g = 1; END
CREATE TABLE n (x int GENERATED BY DEFAULT AS IDENTITY); INSERT INTO n VALUES (1); UPDATE n SET x = 2
CREATE TABLE n (e pg_class, f pg_catalog.pg_proc[], g information_schema.sql_identifier)
CREATE FUNCTION f() RETURNS SETOF pg_stat_activity LANGUAGE sql AS 'SELECT * FROM pg_stat_activity'
CREATE FUNCTION f(p pg_class) RETURNS text LANGUAGE sql AS 'SELECT p.relname::text'; SELECT f(c) FROM pg_class c
CREATE FUNCTION f() RETURNS SETOF information_schema.tables LANGUAGE sql AS 'SELECT * FROM information_schema.tables'
CREATE TABLE n (e "pg class")
CREATE TABLE n (a bigint DEFAULT currval(serial 'x'))
SELECT 1::serial
ALTER TYPE mood RENAME TO mood
ALTER DOMAIN pos RENAME TO pos
ALTER VIEW vw RENAME TO vw
ALTER FUNCTION trg() RENAME TO trg
