revision  de7ac0000001
parent    <base>
message   Partitions
created   
file      migrations/versions/de7ac0000001.lua

upgrade

-- migrations/versions/de7ac0000001.lua:4
CREATE TABLE days (
  day date NOT NULL,
  kind text,
  n bigint
)
PARTITION BY RANGE (day);

-- migrations/versions/de7ac0000001.lua:9
CREATE TABLE days_1 PARTITION OF days
FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')
PARTITION BY LIST (kind);

-- migrations/versions/de7ac0000001.lua:10
CREATE TABLE days_1_a PARTITION OF days_1
FOR VALUES IN ('a', 'b');

-- migrations/versions/de7ac0000001.lua:11
CREATE TABLE days_1_none PARTITION OF days_1
FOR VALUES IN ('c', NULL);

-- migrations/versions/de7ac0000001.lua:12
CREATE TABLE days_1_null PARTITION OF days_1
FOR VALUES IN ('d');

-- migrations/versions/de7ac0000001.lua:14
CREATE TABLE days_2 PARTITION OF days
FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

-- migrations/versions/de7ac0000001.lua:15
CREATE TABLE days_3 PARTITION OF days
FOR VALUES FROM ('2026-03-01') TO (maxvalue);

-- migrations/versions/de7ac0000001.lua:17
CREATE TABLE pairs (
  a bigint,
  b timestamp with time zone,
  c character varying(9)
)
PARTITION BY RANGE (a, b, c);

-- migrations/versions/de7ac0000001.lua:20
CREATE TABLE pairs_1 PARTITION OF pairs
FOR VALUES FROM (1, minvalue, minvalue) TO (10, '2026-01-01 00:00:00+00', maxvalue);

-- migrations/versions/de7ac0000001.lua:21
CREATE TABLE pairs_2 PARTITION OF pairs
FOR VALUES FROM (20, '2026-01-01 00:00:00+00', 'x') TO (20, '2026-01-02 00:00:00+00', 'y');

-- migrations/versions/de7ac0000001.lua:22
CREATE TABLE pairs_3 PARTITION OF pairs
FOR VALUES FROM (30, maxvalue, maxvalue) TO (40, minvalue, minvalue);

-- migrations/versions/de7ac0000001.lua:23
CREATE TABLE pairs_4 PARTITION OF pairs
FOR VALUES FROM (minvalue, minvalue, minvalue) TO (0, minvalue, minvalue);

-- migrations/versions/de7ac0000001.lua:25
CREATE TABLE words (
  word text,
  size smallint,
  at timestamp without time zone
)
PARTITION BY RANGE ((lower(word)));

-- migrations/versions/de7ac0000001.lua:28
CREATE TABLE words_a PARTITION OF words
FOR VALUES FROM ('a') TO ('b');

-- migrations/versions/de7ac0000001.lua:29
CREATE TABLE words_b PARTITION OF words
FOR VALUES FROM ('b') TO ('c');

-- migrations/versions/de7ac0000001.lua:31
CREATE TABLE spread (
  id integer,
  name text
)
PARTITION BY HASH (id, name);

-- migrations/versions/de7ac0000001.lua:34
CREATE TABLE spread_0 PARTITION OF spread
FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- migrations/versions/de7ac0000001.lua:36
CREATE TABLE sizes (
  n integer NOT NULL,
  m numeric,
  CONSTRAINT sizes_check CHECK (n > 0)
)
PARTITION BY LIST (m);

-- migrations/versions/de7ac0000001.lua:40
CREATE TABLE sizes_1 PARTITION OF sizes
FOR VALUES IN (1, 2.5);

-- migrations/versions/de7ac0000001.lua:41
CREATE TABLE sizes_2 PARTITION OF sizes
FOR VALUES IN (3);

downgrade (derived)

-- migrations/versions/de7ac0000001.lua:36, loses data
DROP TABLE sizes;

-- migrations/versions/de7ac0000001.lua:31, loses data
DROP TABLE spread;

-- migrations/versions/de7ac0000001.lua:25, loses data
DROP TABLE words;

-- migrations/versions/de7ac0000001.lua:17, loses data
DROP TABLE pairs;

-- migrations/versions/de7ac0000001.lua:4, loses data
DROP TABLE days;

revision  de7ac0000002
parent    de7ac0000001
message   They go while others read
created   
file      migrations/versions/de7ac0000002.lua

upgrade

-- migrations/versions/de7ac0000002.lua:4, outside of a transaction
ALTER TABLE days_1 DETACH PARTITION days_1_a CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:5, outside of a transaction
ALTER TABLE days_1 DETACH PARTITION days_1_none CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:6, outside of a transaction
ALTER TABLE days DETACH PARTITION days_1 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:7
ALTER TABLE days_2
  ADD CONSTRAINT "in february" CHECK (day < '2026-03-01' AND (day >= '2026-02-01'));

-- migrations/versions/de7ac0000002.lua:8, outside of a transaction
ALTER TABLE days DETACH PARTITION days_2 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:9, outside of a transaction
ALTER TABLE days DETACH PARTITION days_3 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:10, outside of a transaction
ALTER TABLE pairs DETACH PARTITION pairs_1 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:11, outside of a transaction
ALTER TABLE pairs DETACH PARTITION pairs_2 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:12, outside of a transaction
ALTER TABLE pairs DETACH PARTITION pairs_3 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:13, outside of a transaction
ALTER TABLE pairs DETACH PARTITION pairs_4 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:14, outside of a transaction
ALTER TABLE words DETACH PARTITION words_b CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:15, outside of a transaction
ALTER TABLE spread DETACH PARTITION spread_0 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:16, outside of a transaction
ALTER TABLE sizes DETACH PARTITION sizes_1 CONCURRENTLY;

-- migrations/versions/de7ac0000002.lua:17, outside of a transaction
ALTER TABLE sizes DETACH PARTITION sizes_2 CONCURRENTLY;

downgrade (derived)

-- migrations/versions/de7ac0000002.lua:17
ALTER TABLE sizes ATTACH PARTITION sizes_2 FOR VALUES IN (3);

-- migrations/versions/de7ac0000002.lua:17
ALTER TABLE sizes_2 DROP CONSTRAINT sizes_2_m_check;

-- migrations/versions/de7ac0000002.lua:16
ALTER TABLE sizes ATTACH PARTITION sizes_1 FOR VALUES IN (1, 2.5);

-- migrations/versions/de7ac0000002.lua:16
ALTER TABLE sizes_1 DROP CONSTRAINT sizes_1_m_check;

-- migrations/versions/de7ac0000002.lua:15
ALTER TABLE spread
  ATTACH PARTITION spread_0 FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- migrations/versions/de7ac0000002.lua:14
ALTER TABLE words ATTACH PARTITION words_b FOR VALUES FROM ('b') TO ('c');

-- migrations/versions/de7ac0000002.lua:14
ALTER TABLE words_b DROP CONSTRAINT words_b_word_check;

-- migrations/versions/de7ac0000002.lua:13
ALTER TABLE pairs
  ATTACH PARTITION pairs_4 FOR VALUES FROM (minvalue, minvalue, minvalue) TO (0, minvalue, minvalue);

-- migrations/versions/de7ac0000002.lua:13
ALTER TABLE pairs_4 DROP CONSTRAINT pairs_4_check;

-- migrations/versions/de7ac0000002.lua:12
ALTER TABLE pairs
  ATTACH PARTITION pairs_3 FOR VALUES FROM (30, maxvalue, maxvalue) TO (40, minvalue, minvalue);

-- migrations/versions/de7ac0000002.lua:12
ALTER TABLE pairs_3 DROP CONSTRAINT pairs_3_check;

-- migrations/versions/de7ac0000002.lua:11
ALTER TABLE pairs
  ATTACH PARTITION pairs_2 FOR VALUES FROM (20, '2026-01-01 00:00:00+00', 'x') TO (20, '2026-01-02 00:00:00+00', 'y');

-- migrations/versions/de7ac0000002.lua:11
ALTER TABLE pairs_2 DROP CONSTRAINT pairs_2_check;

-- migrations/versions/de7ac0000002.lua:10
ALTER TABLE pairs
  ATTACH PARTITION pairs_1 FOR VALUES FROM (1, minvalue, minvalue) TO (10, '2026-01-01 00:00:00+00', maxvalue);

-- migrations/versions/de7ac0000002.lua:10
ALTER TABLE pairs_1 DROP CONSTRAINT pairs_1_check;

-- migrations/versions/de7ac0000002.lua:9
ALTER TABLE days
  ATTACH PARTITION days_3 FOR VALUES FROM ('2026-03-01') TO (maxvalue);

-- migrations/versions/de7ac0000002.lua:9
ALTER TABLE days_3 DROP CONSTRAINT days_3_day_check;

-- migrations/versions/de7ac0000002.lua:8
ALTER TABLE days
  ATTACH PARTITION days_2 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

-- migrations/versions/de7ac0000002.lua:7
ALTER TABLE days_2 DROP CONSTRAINT "in february";

-- migrations/versions/de7ac0000002.lua:6
ALTER TABLE days
  ATTACH PARTITION days_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

-- migrations/versions/de7ac0000002.lua:6
ALTER TABLE days_1 DROP CONSTRAINT days_1_day_check;

-- migrations/versions/de7ac0000002.lua:5
ALTER TABLE days_1 ATTACH PARTITION days_1_none FOR VALUES IN ('c', NULL);

-- migrations/versions/de7ac0000002.lua:5
ALTER TABLE days_1_none DROP CONSTRAINT days_1_none_check;

-- migrations/versions/de7ac0000002.lua:4
ALTER TABLE days_1 ATTACH PARTITION days_1_a FOR VALUES IN ('a', 'b');

-- migrations/versions/de7ac0000002.lua:4
ALTER TABLE days_1_a DROP CONSTRAINT days_1_a_check;

revision  de7ac0000003 (head)
parent    de7ac0000002
message   Once more, with the check that was left
created   
file      migrations/versions/de7ac0000003.lua

upgrade

-- migrations/versions/de7ac0000003.lua:4
ALTER TABLE days
  ATTACH PARTITION days_3 FOR VALUES FROM ('2026-03-01') TO (maxvalue);

-- migrations/versions/de7ac0000003.lua:5, outside of a transaction
ALTER TABLE days DETACH PARTITION days_3 CONCURRENTLY;

-- migrations/versions/de7ac0000003.lua:6
ALTER TABLE sizes_1 RENAME COLUMN m TO metres;

-- migrations/versions/de7ac0000003.lua:7, loses data
DROP TABLE days_1, days_1_none, days_3, pairs_1, pairs_3, pairs_4, words_b, spread_0, sizes_2;

downgrade (derived)

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE sizes_2 (
  n integer NOT NULL,
  m numeric,
  CONSTRAINT sizes_check CHECK (n > 0),
  CONSTRAINT sizes_2_m_check CHECK (m IS NOT NULL AND m = '3')
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE spread_0 (
  id integer,
  name text
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE words_b (
  word text,
  size smallint,
  at timestamp without time zone,
  CONSTRAINT words_b_word_check CHECK ((lower(word)) IS NOT NULL AND (lower(word)) >= 'b' AND (lower(word)) < 'c')
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE pairs_4 (
  a bigint,
  b timestamp with time zone,
  c character varying(9),
  CONSTRAINT pairs_4_check CHECK (a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL AND a < '0')
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE pairs_3 (
  a bigint,
  b timestamp with time zone,
  c character varying(9),
  CONSTRAINT pairs_3_check CHECK (a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL AND a > '30' AND a < '40')
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE pairs_1 (
  a bigint,
  b timestamp with time zone,
  c character varying(9),
  CONSTRAINT pairs_1_check CHECK (a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL AND a >= '1' AND (a < '10' OR (a = '10' AND b <= '2026-01-01 00:00:00+00')))
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE days_3 (
  day date NOT NULL,
  kind text,
  n bigint,
  CONSTRAINT days_3_day_check CHECK (day IS NOT NULL AND day >= '2026-03-01')
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE days_1_none (
  day date NOT NULL,
  kind text,
  n bigint,
  CONSTRAINT days_1_none_check CHECK (day IS NOT NULL AND day >= '2026-01-01' AND day < '2026-02-01' AND (kind IS NULL OR kind = 'c'))
);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE days_1 (
  day date NOT NULL,
  kind text,
  n bigint,
  CONSTRAINT days_1_day_check CHECK (day IS NOT NULL AND day >= '2026-01-01' AND day < '2026-02-01')
)
PARTITION BY LIST (kind);

-- migrations/versions/de7ac0000003.lua:7
CREATE TABLE days_1_null PARTITION OF days_1
FOR VALUES IN ('d');

-- migrations/versions/de7ac0000003.lua:6
ALTER TABLE sizes_1 RENAME COLUMN metres TO m;

-- migrations/versions/de7ac0000003.lua:5
ALTER TABLE days
  ATTACH PARTITION days_3 FOR VALUES FROM ('2026-03-01') TO (maxvalue);

-- migrations/versions/de7ac0000003.lua:4
ALTER TABLE days DETACH PARTITION days_3;
