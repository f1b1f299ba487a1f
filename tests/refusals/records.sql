SELECT row(1, 2) = row(1, 2), row(1, 'x') < row(2, 'y'), (1, 2) IN (SELECT v, w FROM p)
SELECT row(1, 2) = row(1)
SELECT row(1, 2) = 5
SELECT 5 = row(1, 2)
SELECT row(1, true) = row(1, 2)
SELECT row(v, w) = p FROM p
SELECT p = row(v, w) FROM p
SELECT p = row(1, 'c', 2, 3) FROM p
SELECT row(1, 'x')::comp, (row(1, 'x')::comp).y
SELECT row(1, true)::comp
SELECT (row(1, 2)).f1
? SELECT (row(1, 2)).nosuch
SELECT row(1, 2) + 1
SELECT row(1, 2) || 'x', 'x' || row(1, 2)
SELECT row(1, 2) || row(3, 4)
SELECT row(1, 2) IS NULL, row(v, w) IS NOT DISTINCT FROM row(1, 2) FROM p
SELECT row(1, 2) IS TRUE
SELECT NOT row(1, 2)
SELECT coalesce(row(1, 2), 5)
SELECT coalesce(row(1, 2), NULL), coalesce(NULL, row(1, 2)), coalesce(row(1, 2), row(3, 'x'))
? SELECT coalesce(p, row(1, 'x', 2, 3)) FROM p
SELECT ARRAY[row(1, 2), row(3, 4)], ARRAY[row(1, 2)] = ARRAY[row(1, 3)]
? SELECT ARRAY[p, row(1, 'x', 2, 3)] FROM p
SELECT row(1, 2) = ANY (ARRAY[row(1, 2), row(3, 4)])
SELECT row(1, 2) = ANY (SELECT row(v, w) FROM p)
SELECT (1, 2) = ANY (SELECT v, w FROM p)
SELECT array_agg(row(v, w)), count(row(v, w)), to_jsonb(row(v, w)), row_to_json(row(v)) FROM p
SELECT jsonb_agg(row(v)), json_build_array(row(v)), jsonb_build_object('a', row(1)) , format('%s', row(1)), concat(row(1, 2)) FROM p
SELECT lower(row(1, 2))
SELECT lower(row(1, 2)::text), length(row(1)::text)
SELECT row(1)::int
SELECT row(1, 2)::text, row(1, 2)::varchar(5), cast(row(1, 2) AS record)
SELECT row(1, 2)::jsonb
SELECT row(1, 'x', 2, 3)::p
SELECT CASE WHEN true THEN row(1, 2) ELSE row(3, 'x') END
SELECT CASE WHEN true THEN row(1, 2) ELSE 3 END
SELECT CASE (1, 2) WHEN (1, 2) THEN 1 END
SELECT max(v) FROM p ORDER BY row(max(v), min(w))
SELECT v FROM p ORDER BY (v, w), row(v, w) DESC
SELECT count(*) FROM p GROUP BY (v, w), row(v)
SELECT DISTINCT row(v, w) FROM p
SELECT count(DISTINCT (v, w)) FROM p
SELECT row(v, w) FROM p UNION SELECT row(1, 2)
SELECT row(v, w) FROM p UNION SELECT 1
SELECT (v, w) BETWEEN (1, 2) AND (3, 4) FROM p
SELECT nullif(row(1, 2), row(1, 2)), greatest(row(1, 2), row(2, 1))
SELECT row(p.*) = row(p.*), row(p) FROM p
SELECT (1, 2) = (SELECT v, w FROM p LIMIT 1)
SELECT row(1, 2) = (SELECT row(v, w) FROM p LIMIT 1)
INSERT INTO rowuser (r) VALUES (row(1, 'c', 2, 3))
INSERT INTO rowuser (r) VALUES (5)
INSERT INTO rowuser (ra) VALUES (ARRAY[row(1, 'c', 2, 3)::p])
? INSERT INTO rowuser (ra) VALUES (ARRAY[row(1, 'c', 2, 3)])
UPDATE rowuser SET r = row(1, 'c', 2, 3), ra = array_append(ra, row(1, 'c', 2, 3)::p)
UPDATE rowuser SET r = (1, 'c', 2, 3) WHERE r = row(1, 'c', 2, 3)
UPDATE p SET (v, w) = (1, 2), code = 'x'
UPDATE p SET (v, w) = row(1, 2)
INSERT INTO p (id, v) VALUES (1, row(1, 2))
INSERT INTO p (id, code) VALUES (1, row(1, 2))
UPDATE p SET v = row(1, 2)
CREATE FUNCTION f(p) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(row(1, 'c', 2, 3)), f(p) FROM p
CREATE FUNCTION f(comp) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(row(1, 'c')), f((1, 'c'))
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(row(1, 'c'))
CREATE FUNCTION f(anyelement) RETURNS text LANGUAGE sql AS 'SELECT 1::text'; SELECT f(row(1, 'c'))
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT f(row(1, 'c'))
CREATE FUNCTION f(p) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(comp) RETURNS text LANGUAGE sql AS 'SELECT 1::text'; SELECT f(row(1, 'c'))
CREATE FUNCTION f() RETURNS record LANGUAGE sql AS 'SELECT row(1, 2)'; SELECT f() = row(1, 2)
CREATE FUNCTION f() RETURNS record LANGUAGE sql AS 'SELECT row(1, 2)'; SELECT * FROM f() AS x (a int, b int)
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT row(1, ''x'')'
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT row(1, ''x'')::comp'
CREATE FUNCTION f() RETURNS comp LANGUAGE sql AS 'SELECT 1, ''x'''
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT row(1, 2)'
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT row(1, 2)'
? CREATE FUNCTION f() RETURNS SETOF comp LANGUAGE sql AS 'SELECT row(1, ''x'')::comp UNION ALL SELECT row(2, ''y'')'
CREATE FUNCTION f() RETURNS comp LANGUAGE sql RETURN row(1, 'x')
CREATE FUNCTION f() RETURNS comp LANGUAGE sql RETURN row(1, 'x')::comp
CREATE TABLE n (a comp DEFAULT row(1, 'x'))
CREATE TABLE n (a comp DEFAULT row(1, 'x')::comp, CHECK (a <> row(2, 'y')))
? CREATE TABLE n (a int DEFAULT row(1, 'x'))
? CREATE TABLE n (a int, b int, CHECK ((a, b) <> (1, 2)), CHECK (row(a, b) IS NOT NULL)); CREATE INDEX ON n ((row(a, b)))
CREATE VIEW n AS SELECT row(1, 2) AS r
CREATE VIEW n AS SELECT (x.r).f1 FROM (SELECT row(1, 2) AS r) x
CREATE TABLE n AS SELECT row(1, 2) AS r
CREATE TABLE n AS SELECT row(1, 2)::text AS r, to_jsonb(row(1)) AS j
WITH x AS (SELECT row(v, w) AS r FROM p) SELECT r = (1, 2), r::text FROM x WHERE r IS NOT NULL ORDER BY r
SELECT x.r + 1 FROM (SELECT row(1, 2) AS r) x
SELECT * FROM (VALUES (row(1, 2)), (row(3, 4))) x (r) WHERE r = (1, 2)
MERGE INTO p USING (SELECT 1 AS id) s ON p.id = s.id WHEN MATCHED AND (p.v, p.w) <> (1, 2) THEN UPDATE SET (v, w) = (1, 2)
INSERT INTO p (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET (v, w) = (excluded.v, excluded.w) WHERE (p.v, p.w) IS DISTINCT FROM (excluded.v, excluded.w)
SELECT row(1, 2) OPERATOR(pg_catalog.=) row(1, 2)
SELECT (DATE '2020-01-01', DATE '2020-02-01') OVERLAPS (DATE '2020-01-01', interval '1 day')
