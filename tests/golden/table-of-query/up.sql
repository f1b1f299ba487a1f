revision  a1
parent    <base>
message   tables that queries make, with all that their columns can be
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA s1;

-- migrations/versions/a1.lua:5
CREATE TYPE s1.mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:6
CREATE DOMAIN short AS varchar(5) NOT NULL;

-- migrations/versions/a1.lua:7
CREATE TABLE a (id bigint PRIMARY KEY, v varchar(5), c char(3), n numeric(8, 2) NOT NULL DEFAULT 1, m s1.mood, d short, ts timestamp(3), tags text[], i interval day to second);

-- migrations/versions/a1.lua:8
CREATE VIEW va AS SELECT id, v, upper(v) AS u FROM a;

-- migrations/versions/a1.lua:9
CREATE TABLE w AS SELECT 1::int2 AS b WITH NO DATA;

-- migrations/versions/a1.lua:10
CREATE TABLE whole AS TABLE a;

-- migrations/versions/a1.lua:11
CREATE TABLE none AS SELECT * FROM a WITH NO DATA;

-- migrations/versions/a1.lua:12
CREATE TABLE mixed AS SELECT 'x' AS x, NULL AS nothing, count(*) AS n, sum(n) AS total, max(ts) AS latest FROM a WITH NO DATA;

-- migrations/versions/a1.lua:13
CREATE TABLE sums AS SELECT n + 1 AS n1, coalesce(n, 0) AS n2, coalesce(n, n) AS n4, (SELECT n FROM a LIMIT 1) AS n3, coalesce(v, 'a') AS v2, coalesce(v, v) AS v4, CASE WHEN id > 1 THEN v ELSE v END AS v5, c, greatest(n, n) AS n5, max(c) AS c1, array_agg(v) AS va, ARRAY[v] AS vb, min(ts) AS ts1, max(n) AS n6 FROM a GROUP BY n, v, id, c, ts;

-- migrations/versions/a1.lua:14
CREATE TABLE both1 AS SELECT v, n FROM a UNION ALL SELECT v, n FROM a;

-- migrations/versions/a1.lua:15
CREATE TABLE both2 AS SELECT v, n, c FROM a UNION ALL SELECT 'x', 1, 'y' WITH NO DATA;

-- migrations/versions/a1.lua:16
CREATE TABLE with_one AS WITH x AS (SELECT v, n, ts FROM a) SELECT x.*, v::varchar(3) AS w, n::numeric(5,1) AS nn FROM x;

-- migrations/versions/a1.lua:17
CREATE TABLE joined AS SELECT * FROM (SELECT v, id FROM a) q JOIN (SELECT v, n FROM a) r USING (v);

-- migrations/versions/a1.lua:18
CREATE TABLE named (one, two) AS SELECT id, v, d FROM a;

-- migrations/versions/a1.lua:19
CREATE TABLE values_of AS VALUES (1, 'a'), (2, 'b') WITH NO DATA;

-- migrations/versions/a1.lua:20
CREATE UNLOGGED TABLE quick WITH (fillfactor = 70) AS SELECT * FROM va;

-- migrations/versions/a1.lua:21
CREATE TABLE IF NOT EXISTS w AS SELECT 'no' AS other;

-- migrations/versions/a1.lua:22
CREATE TABLE arr AS SELECT tags, tags[1] AS first, i, m, m::text AS mt FROM a;

-- migrations/versions/a1.lua:23
SELECT id AS into_id, v INTO into_table FROM a;

-- migrations/versions/a1.lua:24
CREATE TABLE gen AS SELECT g FROM generate_series(1, 3) AS g WITH NO DATA;

-- migrations/versions/a1.lua:25
CREATE TABLE s1.row AS SELECT now() AS at, current_date AS day, current_timestamp(2) AS at2, localtime(1) AS at1, true AS yes, 1.5 AS num, '1 day'::interval AS i, lag(v) OVER () AS l, first_value(n) OVER () AS f FROM a;

-- migrations/versions/a1.lua:26
CREATE TEMPORARY TABLE t ON COMMIT DROP AS SELECT 1 AS a;

-- migrations/versions/a1.lua:27
CREATE TABLE t (LIKE w);

-- migrations/versions/a1.lua:28
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (b);

downgrade (derived)

-- migrations/versions/a1.lua:28
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- migrations/versions/a1.lua:28
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;

-- migrations/versions/a1.lua:27, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:25, loses data
DROP TABLE s1."row";

-- migrations/versions/a1.lua:24, loses data
DROP TABLE gen;

-- migrations/versions/a1.lua:23, loses data
DROP TABLE into_table;

-- migrations/versions/a1.lua:22, loses data
DROP TABLE arr;

-- migrations/versions/a1.lua:20, loses data
DROP TABLE quick;

-- migrations/versions/a1.lua:19, loses data
DROP TABLE values_of;

-- migrations/versions/a1.lua:18, loses data
DROP TABLE named;

-- migrations/versions/a1.lua:17, loses data
DROP TABLE joined;

-- migrations/versions/a1.lua:16, loses data
DROP TABLE with_one;

-- migrations/versions/a1.lua:15, loses data
DROP TABLE both2;

-- migrations/versions/a1.lua:14, loses data
DROP TABLE both1;

-- migrations/versions/a1.lua:13, loses data
DROP TABLE sums;

-- migrations/versions/a1.lua:12, loses data
DROP TABLE mixed;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE "none";

-- migrations/versions/a1.lua:10, loses data
DROP TABLE whole;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE w;

-- migrations/versions/a1.lua:8
DROP VIEW va;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE a;

-- migrations/versions/a1.lua:6
DROP DOMAIN short;

-- migrations/versions/a1.lua:5
DROP TYPE s1.mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA s1;

revision  a2 (head)
parent    a1
message   and each of them goes, and comes back
created   
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4, loses data
DROP TABLE w, whole, none, mixed, sums, both1, both2, with_one, joined, named, values_of, quick, arr, into_table, gen, s1.row;

downgrade (derived)

-- migrations/versions/a2.lua:4
CREATE TABLE s1."row" (
  at timestamp with time zone,
  day date,
  at2 timestamp(2) with time zone,
  at1 time(1) without time zone,
  yes boolean,
  num numeric,
  i interval,
  l character varying,
  f numeric
);

-- migrations/versions/a2.lua:4
CREATE TABLE gen (
  g integer
);

-- migrations/versions/a2.lua:4
CREATE TABLE into_table (
  into_id bigint,
  v character varying(5)
);

-- migrations/versions/a2.lua:4
CREATE TABLE arr (
  tags text[],
  first text,
  i interval day to second,
  m s1.mood,
  mt text
);

-- migrations/versions/a2.lua:4
CREATE UNLOGGED TABLE quick (
  id bigint,
  v character varying(5),
  u text
)
WITH (fillfactor = 70);

-- migrations/versions/a2.lua:4
CREATE TABLE values_of (
  column1 integer,
  column2 text
);

-- migrations/versions/a2.lua:4
CREATE TABLE named (
  one bigint,
  two character varying(5),
  d short
);

-- migrations/versions/a2.lua:4
CREATE TABLE joined (
  v character varying(5),
  id bigint,
  n numeric(8,2)
);

-- migrations/versions/a2.lua:4
CREATE TABLE with_one (
  v character varying(5),
  n numeric(8,2),
  ts timestamp(3) without time zone,
  w character varying(3),
  nn numeric(5,1)
);

-- migrations/versions/a2.lua:4
CREATE TABLE both2 (
  v character varying,
  n numeric,
  c bpchar
);

-- migrations/versions/a2.lua:4
CREATE TABLE both1 (
  v character varying(5),
  n numeric(8,2)
);

-- migrations/versions/a2.lua:4
CREATE TABLE sums (
  n1 numeric,
  n2 numeric,
  n4 numeric(8,2),
  n3 numeric(8,2),
  v2 character varying,
  v4 character varying(5),
  v5 character varying(5),
  c character(3),
  n5 numeric(8,2),
  c1 bpchar,
  va character varying[],
  vb character varying(5)[],
  ts1 timestamp without time zone,
  n6 numeric
);

-- migrations/versions/a2.lua:4
CREATE TABLE mixed (
  x text,
  nothing text,
  n bigint,
  total numeric,
  latest timestamp without time zone
);

-- migrations/versions/a2.lua:4
CREATE TABLE "none" (
  id bigint,
  v character varying(5),
  c character(3),
  n numeric(8,2),
  m s1.mood,
  d short,
  ts timestamp(3) without time zone,
  tags text[],
  i interval day to second
);

-- migrations/versions/a2.lua:4
CREATE TABLE whole (
  id bigint,
  v character varying(5),
  c character(3),
  n numeric(8,2),
  m s1.mood,
  d short,
  ts timestamp(3) without time zone,
  tags text[],
  i interval day to second
);

-- migrations/versions/a2.lua:4
CREATE TABLE w (
  b smallint
);
