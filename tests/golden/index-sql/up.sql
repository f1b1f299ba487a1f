revision  a1
parent    <base>
message   tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TABLE t (a integer, b integer, c text, at timestamptz, "C d" text);

-- migrations/versions/a1.lua:8
CREATE TABLE "table with a long name that has sixty-three bytes as it may have ä" (
			"column with a long name that has sixty-three bytes as it may hav" text,
			b integer
		);

downgrade (derived)

-- migrations/versions/a1.lua:8, loses data
DROP TABLE "table with a long name that has sixty-three bytes as it may hav";

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

revision  a2
parent    a1
message   names left to the server
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
CREATE INDEX ON t (a) INCLUDE (b);

-- migrations/versions/a2.lua:6
CREATE INDEX ON t (a, a) INCLUDE (a);

-- migrations/versions/a2.lua:7
CREATE INDEX ON t (lower(c), (a + 1), (b + 1));

-- migrations/versions/a2.lua:8
CREATE INDEX ON t (lower(c), (a + 1), (b + 1));

-- migrations/versions/a2.lua:9
CREATE INDEX ON t ((a));

-- migrations/versions/a2.lua:10
CREATE INDEX ON t (coalesce(a, b), greatest(a, b), nullif(a, b));

-- migrations/versions/a2.lua:11
CREATE INDEX ON t ((c::varchar(5)), (CAST(a AS text)), ((a::text)::varchar));

-- migrations/versions/a2.lua:12
CREATE INDEX ON t ((CASE WHEN a > 0 THEN 1 ELSE b END), (CASE WHEN a > 0 THEN 1 END));

-- migrations/versions/a2.lua:13
CREATE INDEX ON t ((c || 'x'), (-a), (NOT (a > b)), (a IS NULL), (a BETWEEN 1 AND 2));

-- migrations/versions/a2.lua:14
CREATE INDEX ON t ((ARRAY[a]), (t), (t.a), (c COLLATE "C"), (row(a, b) = row(b, a)));

-- migrations/versions/a2.lua:15
CREATE INDEX ON t (date_trunc('day', at AT TIME ZONE 'UTC'), (at AT TIME ZONE 'UTC'), extract(year FROM at AT TIME ZONE 'UTC'));

-- migrations/versions/a2.lua:16
CREATE INDEX ON t (md5(c) text_pattern_ops DESC NULLS LAST, "C d" COLLATE "C" NULLS FIRST);

-- migrations/versions/a2.lua:17
CREATE INDEX ON t (substring(c FROM 1 FOR 2), trim(c), position('x' IN c), overlay(c PLACING 'x' FROM 1));

-- migrations/versions/a2.lua:18
CREATE INDEX ON t ((ARRAY[a])) WHERE a > 0 AND c <> '';

-- migrations/versions/a2.lua:19
CREATE INDEX ON t (((ARRAY[a, b])[1]));

-- migrations/versions/a2.lua:20
CREATE UNIQUE INDEX ON t USING btree (a, b, c, at, "C d") NULLS NOT DISTINCT WITH (fillfactor = 70);

-- migrations/versions/a2.lua:21
CREATE INDEX IF NOT EXISTS named ON ONLY t (a);

-- migrations/versions/a2.lua:22
CREATE INDEX IF NOT EXISTS named ON t (b);

-- migrations/versions/a2.lua:23
CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b, "column with a long name that has sixty-three bytes as it may hav");

-- migrations/versions/a2.lua:24
CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" ("column with a long name that has sixty-three bytes as it may hav", "column with a long name that has sixty-three bytes as it may hav");

-- migrations/versions/a2.lua:25
CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b);

-- migrations/versions/a2.lua:26
CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b);

downgrade (derived)

-- migrations/versions/a2.lua:26
DROP INDEX "table with a long name that has sixty-three bytes as it _b_idx1";

-- migrations/versions/a2.lua:25
DROP INDEX "table with a long name that has sixty-three bytes as it m_b_idx";

-- migrations/versions/a2.lua:24
DROP INDEX "table with a long name that h_column with a long name that _idx";

-- migrations/versions/a2.lua:23
DROP INDEX "table with a long name that h_b_column with a long name tha_idx";

-- migrations/versions/a2.lua:21
DROP INDEX named;

-- migrations/versions/a2.lua:20
DROP INDEX "t_a_b_c_at_C d_idx";

-- migrations/versions/a2.lua:19
DROP INDEX t_array_idx1;

-- migrations/versions/a2.lua:18
DROP INDEX t_array_idx;

-- migrations/versions/a2.lua:17
DROP INDEX t_substring_btrim_position_overlay_idx;

-- migrations/versions/a2.lua:16
DROP INDEX "t_md5_C d_idx";

-- migrations/versions/a2.lua:15
DROP INDEX t_date_trunc_timezone_extract_idx;

-- migrations/versions/a2.lua:14
DROP INDEX t_array_t_a_c_expr_idx;

-- migrations/versions/a2.lua:13
DROP INDEX t_expr_expr1_expr2_expr3_expr4_idx;

-- migrations/versions/a2.lua:12
DROP INDEX t_b_case_idx;

-- migrations/versions/a2.lua:11
DROP INDEX t_c_a_a1_idx;

-- migrations/versions/a2.lua:10
DROP INDEX t_coalesce_greatest_nullif_idx;

-- migrations/versions/a2.lua:9
DROP INDEX t_a_idx;

-- migrations/versions/a2.lua:8
DROP INDEX t_lower_expr_expr1_idx1;

-- migrations/versions/a2.lua:7
DROP INDEX t_lower_expr_expr1_idx;

-- migrations/versions/a2.lua:6
DROP INDEX t_a_a1_a2_idx;

-- migrations/versions/a2.lua:5
DROP INDEX t_a_b_idx;

revision  a3
parent    a2
message   ALTER INDEX, DROP INDEX
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
ALTER INDEX named RENAME TO renamed;

-- migrations/versions/a3.lua:6
ALTER INDEX IF EXISTS nothing RENAME TO renamed;

-- migrations/versions/a3.lua:7
ALTER INDEX renamed SET (fillfactor = 60);

-- migrations/versions/a3.lua:8
ALTER INDEX renamed RESET (fillfactor), SET (deduplicate_items = off);

-- migrations/versions/a3.lua:9
ALTER INDEX renamed SET TABLESPACE pg_default;

-- migrations/versions/a3.lua:10
ALTER TABLE t CLUSTER ON t_a_b_idx;

-- migrations/versions/a3.lua:11
ALTER TABLE t SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:12
ALTER TABLE t CLUSTER ON renamed;

-- migrations/versions/a3.lua:13
DROP INDEX t_lower_expr_expr1_idx, t_a_idx;

-- migrations/versions/a3.lua:14
DROP INDEX IF EXISTS nothing;

-- migrations/versions/a3.lua:16, outside of a transaction
CREATE INDEX CONCURRENTLY ON t (b);

-- migrations/versions/a3.lua:17, outside of a transaction
DROP INDEX CONCURRENTLY t_a_a1_a2_idx;

downgrade (derived)

-- migrations/versions/a3.lua:17, outside of a transaction
CREATE INDEX CONCURRENTLY t_a_a1_a2_idx ON t (a, a) INCLUDE (a);

-- migrations/versions/a3.lua:16, outside of a transaction
DROP INDEX CONCURRENTLY t_b_idx;

-- migrations/versions/a3.lua:13
CREATE INDEX t_lower_expr_expr1_idx ON t (lower(c), (a + 1), (b + 1));

-- migrations/versions/a3.lua:13
CREATE INDEX t_a_idx ON t (a);

-- migrations/versions/a3.lua:12
ALTER TABLE t SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:11
ALTER TABLE t CLUSTER ON t_a_b_idx;

-- migrations/versions/a3.lua:10
ALTER TABLE t SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:8
ALTER INDEX renamed SET (fillfactor = 60), RESET (deduplicate_items);

-- migrations/versions/a3.lua:7
ALTER INDEX renamed RESET (fillfactor);

-- migrations/versions/a3.lua:5
ALTER INDEX renamed RENAME TO named;

revision  a4 (head)
parent    a3
message   all of it
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4, loses data
DROP TABLE t;

downgrade (derived)

-- migrations/versions/a4.lua:4
CREATE TABLE t (
  a integer,
  b integer,
  c text,
  at timestamp with time zone,
  "C d" text
);

-- migrations/versions/a4.lua:4
CREATE INDEX t_a_b_idx ON t (a) INCLUDE (b);

-- migrations/versions/a4.lua:4
CREATE INDEX t_lower_expr_expr1_idx1 ON t (lower(c), (a + 1), (b + 1));

-- migrations/versions/a4.lua:4
CREATE INDEX t_coalesce_greatest_nullif_idx ON t ((coalesce(a, b)), (greatest(a, b)), (nullif(a, b)));

-- migrations/versions/a4.lua:4
CREATE INDEX t_c_a_a1_idx ON t ((c::varchar(5)), (CAST(a AS text)), ((a::text)::varchar));

-- migrations/versions/a4.lua:4
CREATE INDEX t_b_case_idx ON t ((CASE WHEN a > 0 THEN 1 ELSE b END), (CASE WHEN a > 0 THEN 1 END));

-- migrations/versions/a4.lua:4
CREATE INDEX t_expr_expr1_expr2_expr3_expr4_idx ON t ((c || 'x'), (-a), (NOT (a > b)), (a IS NULL), (a BETWEEN 1 AND 2));

-- migrations/versions/a4.lua:4
CREATE INDEX t_array_t_a_c_expr_idx ON t ((ARRAY[a]), (t), a, (c COLLATE "C"), (row(a, b) = row(b, a)));

-- migrations/versions/a4.lua:4
CREATE INDEX t_date_trunc_timezone_extract_idx ON t (date_trunc('day', at AT TIME ZONE 'UTC'), (at AT TIME ZONE 'UTC'), (extract(year FROM at AT TIME ZONE 'UTC')));

-- migrations/versions/a4.lua:4
CREATE INDEX "t_md5_C d_idx" ON t (md5(c) text_pattern_ops DESC NULLS LAST, "C d" COLLATE "C" NULLS FIRST);

-- migrations/versions/a4.lua:4
CREATE INDEX t_substring_btrim_position_overlay_idx ON t ((substring(c FROM 1 FOR 2)), (trim(c)), (position('x' IN c)), (overlay(c PLACING 'x' FROM 1)));

-- migrations/versions/a4.lua:4
CREATE INDEX t_array_idx ON t ((ARRAY[a])) WHERE (a > 0 AND c <> '');

-- migrations/versions/a4.lua:4
CREATE INDEX t_array_idx1 ON t (((ARRAY[a, b])[1]));

-- migrations/versions/a4.lua:4
CREATE UNIQUE INDEX "t_a_b_c_at_C d_idx" ON t (a, b, c, at, "C d")
  NULLS NOT DISTINCT
  WITH (fillfactor = 70);

-- migrations/versions/a4.lua:4
CREATE INDEX renamed ON t (a) WITH (deduplicate_items = off);

-- migrations/versions/a4.lua:4
ALTER TABLE t CLUSTER ON renamed;

-- migrations/versions/a4.lua:4
CREATE INDEX t_b_idx ON t (b);
