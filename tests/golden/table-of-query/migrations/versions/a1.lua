revision { id = "a1", message = "tables that queries make, with all that their columns can be" }
function upgrade()
	execute [[
		CREATE SCHEMA s1;
		CREATE TYPE s1.mood AS ENUM ('sad', 'ok');
		CREATE DOMAIN short AS varchar(5) NOT NULL;
		CREATE TABLE a (id bigint PRIMARY KEY, v varchar(5), c char(3), n numeric(8, 2) NOT NULL DEFAULT 1, m s1.mood, d short, ts timestamp(3), tags text[], i interval day to second);
		CREATE VIEW va AS SELECT id, v, upper(v) AS u FROM a;
		CREATE TABLE w AS SELECT 1::int2 AS b WITH NO DATA;
		CREATE TABLE whole AS TABLE a;
		CREATE TABLE none AS SELECT * FROM a WITH NO DATA;
		CREATE TABLE mixed AS SELECT 'x' AS x, NULL AS nothing, count(*) AS n, sum(n) AS total, max(ts) AS latest FROM a WITH NO DATA;
		CREATE TABLE sums AS SELECT n + 1 AS n1, coalesce(n, 0) AS n2, coalesce(n, n) AS n4, (SELECT n FROM a LIMIT 1) AS n3, coalesce(v, 'a') AS v2, coalesce(v, v) AS v4, CASE WHEN id > 1 THEN v ELSE v END AS v5, c, greatest(n, n) AS n5, max(c) AS c1, array_agg(v) AS va, ARRAY[v] AS vb, min(ts) AS ts1, max(n) AS n6 FROM a GROUP BY n, v, id, c, ts;
		CREATE TABLE both1 AS SELECT v, n FROM a UNION ALL SELECT v, n FROM a;
		CREATE TABLE both2 AS SELECT v, n, c FROM a UNION ALL SELECT 'x', 1, 'y' WITH NO DATA;
		CREATE TABLE with_one AS WITH x AS (SELECT v, n, ts FROM a) SELECT x.*, v::varchar(3) AS w, n::numeric(5,1) AS nn FROM x;
		CREATE TABLE joined AS SELECT * FROM (SELECT v, id FROM a) q JOIN (SELECT v, n FROM a) r USING (v);
		CREATE TABLE named (one, two) AS SELECT id, v, d FROM a;
		CREATE TABLE values_of AS VALUES (1, 'a'), (2, 'b') WITH NO DATA;
		CREATE UNLOGGED TABLE quick WITH (fillfactor = 70) AS SELECT * FROM va;
		CREATE TABLE IF NOT EXISTS w AS SELECT 'no' AS other;
		CREATE TABLE arr AS SELECT tags, tags[1] AS first, i, m, m::text AS mt FROM a;
		SELECT id AS into_id, v INTO into_table FROM a;
		CREATE TABLE gen AS SELECT g FROM generate_series(1, 3) AS g WITH NO DATA;
		CREATE TABLE s1.row AS SELECT now() AS at, current_date AS day, current_timestamp(2) AS at2, localtime(1) AS at1, true AS yes, 1.5 AS num, '1 day'::interval AS i, lag(v) OVER () AS l, first_value(n) OVER () AS f FROM a;
		CREATE TEMPORARY TABLE t ON COMMIT DROP AS SELECT 1 AS a;
		CREATE TABLE t (LIKE w);
		ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (b);
	]]
end
