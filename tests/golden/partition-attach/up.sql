revision  a77ac0000001
parent    <base>
message   Tables that become partitions
created   
file      migrations/versions/a77ac0000001.lua

upgrade

-- migrations/versions/a77ac0000001.lua:4
CREATE TABLE regions (
  id integer NOT NULL,
  CONSTRAINT regions_pkey PRIMARY KEY (id)
);

-- migrations/versions/a77ac0000001.lua:5
CREATE TABLE events (
  id bigint NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  region_id integer,
  CONSTRAINT events_kind_check CHECK (kind <> ''),
  CONSTRAINT events_pkey PRIMARY KEY (id, day),
  CONSTRAINT events_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions (id)
)
PARTITION BY RANGE (day);

-- migrations/versions/a77ac0000001.lua:13
CREATE TABLE events_rest PARTITION OF events
DEFAULT;

-- migrations/versions/a77ac0000001.lua:5
CREATE INDEX events_kind_idx ON events (kind);

-- migrations/versions/a77ac0000001.lua:16
CREATE TABLE events_2025 (
  kind text NOT NULL DEFAULT 'old',
  day date NOT NULL,
  id bigint NOT NULL,
  region_id integer,
  CONSTRAINT events_kind_check CHECK (kind <> ''),
  CONSTRAINT "of 2025" CHECK (day >= '2025-01-01' AND day < '2026-01-01'),
  CONSTRAINT "key of 2025" PRIMARY KEY (id, day),
  CONSTRAINT "where" FOREIGN KEY (region_id) REFERENCES regions (id)
);

-- migrations/versions/a77ac0000001.lua:16
CREATE INDEX "kinds of 2025" ON events_2025 (kind);

-- migrations/versions/a77ac0000001.lua:16
CREATE INDEX events_2025_region_id_idx ON events_2025 (region_id);

-- migrations/versions/a77ac0000001.lua:29
CREATE TABLE events_2026 (
  id bigint NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  region_id integer,
  CONSTRAINT events_kind_check CHECK (kind <> '')
)
PARTITION BY RANGE (day);

-- migrations/versions/a77ac0000001.lua:36
CREATE TABLE events_2026_a PARTITION OF events_2026
FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');

-- migrations/versions/a77ac0000001.lua:38
CREATE TABLE logins (
  id bigint,
  name text
)
PARTITION BY LIST (name);

-- migrations/versions/a77ac0000001.lua:41
CREATE TABLE logins_ab (
  id bigint,
  name text
);

-- migrations/versions/a77ac0000001.lua:42
CREATE TABLE logins_none (
  id bigint,
  name text
);

-- migrations/versions/a77ac0000001.lua:43
CREATE TABLE logins_rest (
  id bigint,
  name text
);

-- migrations/versions/a77ac0000001.lua:44
CREATE TABLE spread (
  id bigint,
  name text
)
PARTITION BY HASH (id);

-- migrations/versions/a77ac0000001.lua:47
CREATE TABLE spread_0 (
  id bigint,
  name text
);

downgrade (derived)

-- migrations/versions/a77ac0000001.lua:47, loses data
DROP TABLE spread_0;

-- migrations/versions/a77ac0000001.lua:44, loses data
DROP TABLE spread;

-- migrations/versions/a77ac0000001.lua:43, loses data
DROP TABLE logins_rest;

-- migrations/versions/a77ac0000001.lua:42, loses data
DROP TABLE logins_none;

-- migrations/versions/a77ac0000001.lua:41, loses data
DROP TABLE logins_ab;

-- migrations/versions/a77ac0000001.lua:38, loses data
DROP TABLE logins;

-- migrations/versions/a77ac0000001.lua:29, loses data
DROP TABLE events_2026;

-- migrations/versions/a77ac0000001.lua:16, loses data
DROP TABLE events_2025;

-- migrations/versions/a77ac0000001.lua:5, loses data
DROP TABLE events;

-- migrations/versions/a77ac0000001.lua:4, loses data
DROP TABLE regions;

revision  a77ac0000002
parent    a77ac0000001
message   They come
created   
file      migrations/versions/a77ac0000002.lua

upgrade

-- migrations/versions/a77ac0000002.lua:4
ALTER TABLE events
  ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/a77ac0000002.lua:5
ALTER TABLE events
  ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- migrations/versions/a77ac0000002.lua:6
ALTER TABLE logins ATTACH PARTITION logins_ab FOR VALUES IN ('a', 'b');

-- migrations/versions/a77ac0000002.lua:7
ALTER TABLE logins ATTACH PARTITION logins_none FOR VALUES IN (NULL);

-- migrations/versions/a77ac0000002.lua:8
ALTER TABLE logins ATTACH PARTITION logins_rest DEFAULT;

-- migrations/versions/a77ac0000002.lua:9
ALTER TABLE spread
  ATTACH PARTITION spread_0 FOR VALUES WITH (MODULUS 4, REMAINDER 0);

downgrade (derived)

-- migrations/versions/a77ac0000002.lua:9
ALTER TABLE spread DETACH PARTITION spread_0;

-- migrations/versions/a77ac0000002.lua:8
ALTER TABLE logins DETACH PARTITION logins_rest;

-- migrations/versions/a77ac0000002.lua:7
ALTER TABLE logins DETACH PARTITION logins_none;

-- migrations/versions/a77ac0000002.lua:6
ALTER TABLE logins DETACH PARTITION logins_ab;

-- migrations/versions/a77ac0000002.lua:5
ALTER TABLE events DETACH PARTITION events_2026;

-- migrations/versions/a77ac0000002.lua:4
ALTER TABLE events DETACH PARTITION events_2025;

-- migrations/versions/a77ac0000002.lua:1
ALTER TABLE events_2026 DROP CONSTRAINT events_region_id_fkey;

-- migrations/versions/a77ac0000002.lua:1
DROP INDEX events_2026_kind_idx;

-- migrations/versions/a77ac0000002.lua:1
ALTER TABLE events_2026 DROP CONSTRAINT events_2026_pkey;

revision  a77ac0000003 (head)
parent    a77ac0000002
message   And go
created   
file      migrations/versions/a77ac0000003.lua

upgrade

-- migrations/versions/a77ac0000003.lua:4
ALTER TABLE events DETACH PARTITION events_2026;

-- migrations/versions/a77ac0000003.lua:5
ALTER TABLE events DETACH PARTITION events_2025;

-- migrations/versions/a77ac0000003.lua:6
ALTER TABLE events DETACH PARTITION events_rest;

-- migrations/versions/a77ac0000003.lua:7
ALTER TABLE logins DETACH PARTITION logins_none;

-- migrations/versions/a77ac0000003.lua:8
ALTER TABLE logins DETACH PARTITION logins_rest;

-- migrations/versions/a77ac0000003.lua:9
ALTER TABLE spread DETACH PARTITION spread_0;

-- migrations/versions/a77ac0000003.lua:9
ALTER TABLE spread ATTACH PARTITION spread_0 FOR VALUES WITH (MODULUS 8, REMAINDER 4);

downgrade (derived)

-- migrations/versions/a77ac0000003.lua:9
ALTER TABLE spread DETACH PARTITION spread_0;

-- migrations/versions/a77ac0000003.lua:9
ALTER TABLE spread
  ATTACH PARTITION spread_0 FOR VALUES WITH (MODULUS 4, REMAINDER 0);

-- migrations/versions/a77ac0000003.lua:8
ALTER TABLE logins ATTACH PARTITION logins_rest DEFAULT;

-- migrations/versions/a77ac0000003.lua:7
ALTER TABLE logins ATTACH PARTITION logins_none FOR VALUES IN (NULL);

-- migrations/versions/a77ac0000003.lua:6
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;

-- migrations/versions/a77ac0000003.lua:5
ALTER TABLE events
  ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/a77ac0000003.lua:4
ALTER TABLE events
  ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
