revision  7ab1e0000011
parent    <base>
message   Partitions of all kinds
created   
file      migrations/versions/7ab1e0000011.lua

upgrade

-- migrations/versions/7ab1e0000011.lua:8
CREATE TABLE regions (
  id integer NOT NULL,
  CONSTRAINT regions_pkey PRIMARY KEY (id)
);

-- migrations/versions/7ab1e0000011.lua:9
CREATE TABLE audit (
  id bigint NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  kind text NOT NULL,
  region_id integer,
  CONSTRAINT audit_kind_check CHECK (kind <> ''),
  CONSTRAINT audit_pkey PRIMARY KEY (id, at, kind),
  CONSTRAINT audit_at_kind_id_key UNIQUE (at, kind, id),
  CONSTRAINT audit_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions (id)
)
PARTITION BY RANGE (at);

-- migrations/versions/7ab1e0000011.lua:19
CREATE TABLE audit_2025 PARTITION OF audit
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/7ab1e0000011.lua:20
CREATE TABLE audit_2026 PARTITION OF audit
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
PARTITION BY LIST (kind);

-- migrations/versions/7ab1e0000011.lua:21
CREATE TABLE audit_2026_logins PARTITION OF audit_2026
FOR VALUES IN ('login', 'logout')
WITH (fillfactor = 90);

-- migrations/versions/7ab1e0000011.lua:22
CREATE TABLE audit_2026_rest PARTITION OF audit_2026
DEFAULT;

-- migrations/versions/7ab1e0000011.lua:20
COMMENT ON TABLE audit_2026 IS 'this year';

-- migrations/versions/7ab1e0000011.lua:24
CREATE TABLE audit_before PARTITION OF audit
FOR VALUES FROM (minvalue) TO ('2025-01-01');

-- migrations/versions/7ab1e0000011.lua:25
CREATE TABLE audit_rest PARTITION OF audit
DEFAULT;

-- migrations/versions/7ab1e0000011.lua:9
CREATE INDEX audit_kind_at_idx ON audit (kind, at);

-- migrations/versions/7ab1e0000011.lua:9
CREATE INDEX audit_lower_idx ON audit (lower(kind));

-- migrations/versions/7ab1e0000011.lua:9
COMMENT ON TABLE audit IS 'Who did what';

-- migrations/versions/7ab1e0000011.lua:28
CREATE TABLE spread (
  id integer,
  t text COLLATE "C"
)
PARTITION BY HASH (id, t);

-- migrations/versions/7ab1e0000011.lua:32
CREATE TABLE spread_0 PARTITION OF spread
FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- migrations/versions/7ab1e0000011.lua:33
CREATE TABLE spread_1 PARTITION OF spread
FOR VALUES WITH (MODULUS 4, REMAINDER 1);

-- migrations/versions/7ab1e0000011.lua:34
CREATE TABLE spread_3 PARTITION OF spread
FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- migrations/versions/7ab1e0000011.lua:36
CREATE TABLE pair (
  a integer,
  b date
)
PARTITION BY RANGE (a, b);

-- migrations/versions/7ab1e0000011.lua:40
CREATE TABLE pair_1 PARTITION OF pair
FOR VALUES FROM (1, minvalue) TO (10, '2026-01-01');

-- migrations/versions/7ab1e0000011.lua:41
CREATE TABLE pair_2 PARTITION OF pair
FOR VALUES FROM (10, '2026-01-01') TO (10, '2026-06-01');

downgrade (derived)

-- migrations/versions/7ab1e0000011.lua:36, loses data
DROP TABLE pair;

-- migrations/versions/7ab1e0000011.lua:28, loses data
DROP TABLE spread;

-- migrations/versions/7ab1e0000011.lua:9, loses data
DROP TABLE audit;

-- migrations/versions/7ab1e0000011.lua:8, loses data
DROP TABLE regions;

revision  7ab1e0000012
parent    7ab1e0000011
message   A partition more, with something of its own
created   
file      migrations/versions/7ab1e0000012.lua

upgrade

-- migrations/versions/7ab1e0000012.lua:8
CREATE TABLE audit_2027 PARTITION OF audit (
  kind DEFAULT 'none',
  CONSTRAINT positive CHECK (id > 0)
)
FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- migrations/versions/7ab1e0000012.lua:8
CREATE INDEX audit_2027_region_id_idx ON audit_2027 (region_id);

-- migrations/versions/7ab1e0000012.lua:14
CREATE TABLE audit_2028 PARTITION OF audit (region_id NOT NULL DEFAULT 5, CHECK (id > 5)) FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

-- migrations/versions/7ab1e0000012.lua:15
ALTER TABLE audit ADD COLUMN note text DEFAULT '-';

-- migrations/versions/7ab1e0000012.lua:16
ALTER TABLE audit
  ADD COLUMN count integer,
  ADD CONSTRAINT audit_count_check CHECK (count >= 0),
  ADD CONSTRAINT audit_count_fkey FOREIGN KEY (count) REFERENCES regions (id);

-- migrations/versions/7ab1e0000012.lua:16
COMMENT ON COLUMN audit.count IS 'how often';

-- migrations/versions/7ab1e0000012.lua:17
ALTER TABLE audit RENAME COLUMN kind TO sort;

-- migrations/versions/7ab1e0000012.lua:18
ALTER TABLE audit RENAME COLUMN at TO moment;

-- migrations/versions/7ab1e0000012.lua:19
ALTER TABLE audit
  ALTER COLUMN note SET DEFAULT 'none',
  ALTER COLUMN note SET NOT NULL;

-- migrations/versions/7ab1e0000012.lua:20
ALTER TABLE audit_2025 ALTER COLUMN note SET DEFAULT 'old';

-- migrations/versions/7ab1e0000012.lua:21
ALTER TABLE audit ALTER COLUMN count TYPE bigint;

downgrade (derived)

-- migrations/versions/7ab1e0000012.lua:21
ALTER TABLE audit DROP CONSTRAINT audit_count_check;

-- migrations/versions/7ab1e0000012.lua:21
ALTER TABLE audit ALTER COLUMN count TYPE integer;

-- migrations/versions/7ab1e0000012.lua:21
ALTER TABLE audit ADD CONSTRAINT audit_count_check CHECK (count >= 0);

-- migrations/versions/7ab1e0000012.lua:20
ALTER TABLE audit_2025 ALTER COLUMN note SET DEFAULT 'none';

-- migrations/versions/7ab1e0000012.lua:19
ALTER TABLE audit
  ALTER COLUMN note SET DEFAULT '-',
  ALTER COLUMN note DROP NOT NULL;

-- migrations/versions/7ab1e0000012.lua:18
ALTER TABLE audit RENAME COLUMN moment TO at;

-- migrations/versions/7ab1e0000012.lua:17
ALTER TABLE audit RENAME COLUMN sort TO kind;

-- migrations/versions/7ab1e0000012.lua:16, loses data
ALTER TABLE audit DROP COLUMN count;

-- migrations/versions/7ab1e0000012.lua:15, loses data
ALTER TABLE audit DROP COLUMN note;

-- migrations/versions/7ab1e0000012.lua:14, loses data
DROP TABLE audit_2028;

-- migrations/versions/7ab1e0000012.lua:8, loses data
DROP TABLE audit_2027;

revision  7ab1e0000013
parent    7ab1e0000012
message   Partitions go
created   
file      migrations/versions/7ab1e0000013.lua

upgrade

-- migrations/versions/7ab1e0000013.lua:8, loses data
DROP TABLE audit_2027;

-- migrations/versions/7ab1e0000013.lua:9, loses data
ALTER TABLE audit DROP COLUMN count;

-- migrations/versions/7ab1e0000013.lua:10, loses data
ALTER TABLE audit DROP COLUMN region_id;

-- migrations/versions/7ab1e0000013.lua:11, loses data
DROP TABLE audit, pair;

downgrade (derived)

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE pair (
  a integer,
  b date
)
PARTITION BY RANGE (a, b);

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE pair_2 PARTITION OF pair
FOR VALUES FROM (10, '2026-01-01') TO (10, '2026-06-01');

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE pair_1 PARTITION OF pair
FOR VALUES FROM (1, minvalue) TO (10, '2026-01-01');

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit (
  id bigint NOT NULL,
  moment timestamp with time zone NOT NULL DEFAULT now(),
  sort text NOT NULL,
  note text NOT NULL DEFAULT 'none',
  CONSTRAINT audit_kind_check CHECK (sort <> ''),
  CONSTRAINT audit_pkey PRIMARY KEY (id, moment, sort),
  CONSTRAINT audit_at_kind_id_key UNIQUE (moment, sort, id)
)
PARTITION BY RANGE (moment);

-- migrations/versions/7ab1e0000013.lua:11
COMMENT ON TABLE audit IS 'Who did what';

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_2028 PARTITION OF audit (
  CONSTRAINT audit_2028_id_check CHECK (id > 5)
)
FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_rest PARTITION OF audit
DEFAULT;

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_before PARTITION OF audit
FOR VALUES FROM (minvalue) TO ('2025-01-01');

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_2026 PARTITION OF audit
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
PARTITION BY LIST (sort);

-- migrations/versions/7ab1e0000013.lua:11
COMMENT ON TABLE audit_2026 IS 'this year';

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_2026_rest PARTITION OF audit_2026
DEFAULT;

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_2026_logins PARTITION OF audit_2026
FOR VALUES IN ('login', 'logout')
WITH (fillfactor = 90);

-- migrations/versions/7ab1e0000013.lua:11
CREATE TABLE audit_2025 PARTITION OF audit
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/7ab1e0000013.lua:11
CREATE INDEX audit_kind_at_idx ON audit (sort, moment);

-- migrations/versions/7ab1e0000013.lua:11
CREATE INDEX audit_lower_idx ON audit (lower(sort));

-- migrations/versions/7ab1e0000013.lua:10
ALTER TABLE audit ADD COLUMN region_id integer;

-- migrations/versions/7ab1e0000013.lua:10
ALTER TABLE audit
  ADD CONSTRAINT audit_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions (id);

-- migrations/versions/7ab1e0000013.lua:9
ALTER TABLE audit ADD COLUMN count bigint;

-- migrations/versions/7ab1e0000013.lua:9
COMMENT ON COLUMN audit.count IS 'how often';

-- migrations/versions/7ab1e0000013.lua:9
ALTER TABLE audit ADD CONSTRAINT audit_count_check CHECK (count >= 0);

-- migrations/versions/7ab1e0000013.lua:9
ALTER TABLE audit
  ADD CONSTRAINT audit_count_fkey FOREIGN KEY (count) REFERENCES regions (id);

-- migrations/versions/7ab1e0000013.lua:8
CREATE TABLE audit_2027 PARTITION OF audit (
  CONSTRAINT positive CHECK (id > 0)
)
FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

-- migrations/versions/7ab1e0000013.lua:8
CREATE INDEX audit_2027_region_id_idx ON audit_2027 (region_id);

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2027
  RENAME CONSTRAINT audit_2027_moment_sort_id_key TO audit_2027_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2027_sort_moment_idx RENAME TO audit_2027_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2025
  RENAME CONSTRAINT audit_2025_moment_sort_id_key TO audit_2025_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2025_sort_moment_idx RENAME TO audit_2025_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2026_logins
  RENAME CONSTRAINT audit_2026_logins_moment_sort_id_key TO audit_2026_logins_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2026_logins_sort_moment_idx RENAME TO audit_2026_logins_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2026_rest
  RENAME CONSTRAINT audit_2026_rest_moment_sort_id_key TO audit_2026_rest_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2026_rest_sort_moment_idx RENAME TO audit_2026_rest_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2026
  RENAME CONSTRAINT audit_2026_moment_sort_id_key TO audit_2026_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2026_sort_moment_idx RENAME TO audit_2026_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_before
  RENAME CONSTRAINT audit_before_moment_sort_id_key TO audit_before_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_before_sort_moment_idx RENAME TO audit_before_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_rest
  RENAME CONSTRAINT audit_rest_moment_sort_id_key TO audit_rest_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_rest_sort_moment_idx RENAME TO audit_rest_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2028
  RENAME CONSTRAINT audit_2028_moment_sort_id_key TO audit_2028_at_kind_id_key;

-- migrations/versions/7ab1e0000013.lua:1
ALTER INDEX audit_2028_sort_moment_idx RENAME TO audit_2028_kind_at_idx;

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2027 ALTER COLUMN sort SET DEFAULT 'none';

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2025 ALTER COLUMN note SET DEFAULT 'old';

-- migrations/versions/7ab1e0000013.lua:1
ALTER TABLE audit_2028
  ALTER COLUMN region_id SET DEFAULT 5,
  ALTER COLUMN region_id SET NOT NULL;

revision  7ab1e0000014
parent    7ab1e0000013
message   There is nothing of a partitioned table to log
created   
file      migrations/versions/7ab1e0000014.lua

upgrade

-- migrations/versions/7ab1e0000014.lua:9
CREATE TABLE logged (id integer, n bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY HASH (id);

-- migrations/versions/7ab1e0000014.lua:10
CREATE UNLOGGED TABLE unlogged (id integer) PARTITION BY HASH (id);

downgrade (derived)

-- migrations/versions/7ab1e0000014.lua:10, loses data
DROP TABLE unlogged;

-- migrations/versions/7ab1e0000014.lua:9, loses data
DROP TABLE logged;

revision  7ab1e0000015 (head)
parent    7ab1e0000014
message   so nothing is done
created   
file      migrations/versions/7ab1e0000015.lua

upgrade

-- migrations/versions/7ab1e0000015.lua:9
ALTER TABLE logged SET UNLOGGED;

-- migrations/versions/7ab1e0000015.lua:10
ALTER TABLE unlogged SET LOGGED;

-- migrations/versions/7ab1e0000015.lua:11, loses data
DROP TABLE logged;

-- migrations/versions/7ab1e0000015.lua:12, loses data
DROP TABLE unlogged;

downgrade (derived)

-- migrations/versions/7ab1e0000015.lua:12
CREATE UNLOGGED TABLE unlogged (
  id integer
)
PARTITION BY HASH (id);

-- migrations/versions/7ab1e0000015.lua:11
CREATE TABLE logged (
  id integer,
  n bigint GENERATED ALWAYS AS IDENTITY
)
PARTITION BY HASH (id);
