revision  a1
parent    <base>
message   partitions
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE sources (
  id bigint NOT NULL,
  CONSTRAINT sources_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
CREATE TABLE events (
  id bigint,
  at date,
  source_id bigint,
  number integer,
  CONSTRAINT events_number_check CHECK (number > 0)
)
PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:12
CREATE TABLE events_2025 PARTITION OF events
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/a1.lua:13
CREATE TABLE events_2026 PARTITION OF events
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- migrations/versions/a1.lua:15
CREATE TABLE events_old (
  id bigint NOT NULL,
  at date NOT NULL,
  source_id bigint,
  number integer,
  CONSTRAINT events_number_check CHECK (number > 0),
  CONSTRAINT old_key PRIMARY KEY (id, at),
  CONSTRAINT events_old_number_at_key UNIQUE (number, at),
  CONSTRAINT events_old_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (id)
);

-- migrations/versions/a1.lua:15
CREATE INDEX old_sources ON events_old (source_id);

-- migrations/versions/a1.lua:26
ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM ('2000-01-01') TO ('2025-01-01');

downgrade (derived)

-- migrations/versions/a1.lua:26
ALTER TABLE events DETACH PARTITION events_old;

-- migrations/versions/a1.lua:15, loses data
DROP TABLE events_old;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE events;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE sources;

revision  a2
parent    a1
message   on all of them
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY (id, at);

-- migrations/versions/a2.lua:5
ALTER TABLE events ADD CONSTRAINT events_number_at_key UNIQUE (number, at);

-- migrations/versions/a2.lua:5
COMMENT ON CONSTRAINT events_number_at_key ON events IS 'of the whole';

-- migrations/versions/a2.lua:6
ALTER TABLE events
  ADD CONSTRAINT events_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (id);

-- migrations/versions/a2.lua:7
ALTER TABLE events
  ADD CONSTRAINT events_source_id_fkey1 FOREIGN KEY (source_id) REFERENCES sources (id) ON DELETE CASCADE;

-- migrations/versions/a2.lua:8
ALTER TABLE events ADD CONSTRAINT events_check CHECK (id > number);

-- migrations/versions/a2.lua:9
CREATE INDEX events_source_id_idx ON events (source_id);

-- migrations/versions/a2.lua:10
CREATE INDEX events_expr_id_idx ON events ((number + 1))
  INCLUDE (id)
  WHERE (id > 0);

-- migrations/versions/a2.lua:11
CREATE TABLE events_2027 PARTITION OF events
FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

downgrade (derived)

-- migrations/versions/a2.lua:11, loses data
DROP TABLE events_2027;

-- migrations/versions/a2.lua:10
DROP INDEX events_expr_id_idx;

-- migrations/versions/a2.lua:9
DROP INDEX events_source_id_idx;

-- migrations/versions/a2.lua:9
CREATE INDEX old_sources ON events_old (source_id);

-- migrations/versions/a2.lua:8
ALTER TABLE events DROP CONSTRAINT events_check;

-- migrations/versions/a2.lua:7
ALTER TABLE events DROP CONSTRAINT events_source_id_fkey1;

-- migrations/versions/a2.lua:6
ALTER TABLE events DROP CONSTRAINT events_source_id_fkey;

-- migrations/versions/a2.lua:6
ALTER TABLE events_old
  ADD CONSTRAINT events_old_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (id);

-- migrations/versions/a2.lua:5
ALTER TABLE events DROP CONSTRAINT events_number_at_key;

-- migrations/versions/a2.lua:5
ALTER TABLE events_old ADD CONSTRAINT events_old_number_at_key UNIQUE (number, at);

-- migrations/versions/a2.lua:4
ALTER TABLE events DROP CONSTRAINT events_pkey;

-- migrations/versions/a2.lua:4
ALTER TABLE events ALTER COLUMN id DROP NOT NULL;

-- migrations/versions/a2.lua:4
ALTER TABLE events ALTER COLUMN at DROP NOT NULL;

-- migrations/versions/a2.lua:4
ALTER TABLE events_old ADD CONSTRAINT old_key PRIMARY KEY (id, at);

revision  a3
parent    a2
message   changes
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE TABLE events_2028 (
  id bigint NOT NULL,
  at date NOT NULL,
  source_id bigint,
  number integer,
  CONSTRAINT events_number_check CHECK (number > 0),
  CONSTRAINT events_check CHECK (id > number),
  CONSTRAINT events_2028_number_at_key UNIQUE (number, at)
)
PARTITION BY LIST (at);

-- migrations/versions/a3.lua:14
CREATE TABLE events_2028_1 PARTITION OF events_2028
FOR VALUES IN ('2028-05-05');

-- migrations/versions/a3.lua:15
ALTER TABLE events ATTACH PARTITION events_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

-- migrations/versions/a3.lua:16
ALTER TABLE events ALTER CONSTRAINT events_source_id_fkey1 DEFERRABLE;

-- migrations/versions/a3.lua:17
ALTER TABLE events RENAME CONSTRAINT events_check TO bigger;

-- migrations/versions/a3.lua:18
ALTER TABLE events RENAME CONSTRAINT events_pkey TO events_key;

-- migrations/versions/a3.lua:19
ALTER TABLE events_2025 RENAME CONSTRAINT events_2025_pkey TO "key of 2025";

-- migrations/versions/a3.lua:20
ALTER INDEX events_2026_source_id_idx RENAME TO "sources of 2026";

-- migrations/versions/a3.lua:21
ALTER TABLE events
  ADD CONSTRAINT events_number_check1 CHECK (number < 100) NOT VALID;

-- migrations/versions/a3.lua:22
ALTER TABLE events VALIDATE CONSTRAINT events_number_check1;

-- migrations/versions/a3.lua:23
COMMENT ON CONSTRAINT "key of 2025" on events_2025 IS 'its own comment';

downgrade (derived)

-- migrations/versions/a3.lua:23
COMMENT ON CONSTRAINT "key of 2025" ON events_2025 IS NULL;

-- migrations/versions/a3.lua:22
ALTER TABLE events DROP CONSTRAINT events_number_check1;

-- migrations/versions/a3.lua:22
ALTER TABLE events
  ADD CONSTRAINT events_number_check1 CHECK (number < 100) NOT VALID;

-- migrations/versions/a3.lua:21
ALTER TABLE events DROP CONSTRAINT events_number_check1;

-- migrations/versions/a3.lua:20
ALTER INDEX "sources of 2026" RENAME TO events_2026_source_id_idx;

-- migrations/versions/a3.lua:19
ALTER TABLE events_2025 RENAME CONSTRAINT "key of 2025" TO events_2025_pkey;

-- migrations/versions/a3.lua:18
ALTER TABLE events RENAME CONSTRAINT events_key TO events_pkey;

-- migrations/versions/a3.lua:17
ALTER TABLE events RENAME CONSTRAINT bigger TO events_check;

-- migrations/versions/a3.lua:16
ALTER TABLE events ALTER CONSTRAINT events_source_id_fkey1 NOT DEFERRABLE;

-- migrations/versions/a3.lua:15
ALTER TABLE events DETACH PARTITION events_2028;

-- migrations/versions/a3.lua:14, loses data
DROP TABLE events_2028_1;

-- migrations/versions/a3.lua:4, loses data
DROP TABLE events_2028;

revision  a4 (head)
parent    a3
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE TABLE notes (
  number integer,
  at date,
  CONSTRAINT notes_number_at_fkey FOREIGN KEY (number, at) REFERENCES events (number, at)
);

-- migrations/versions/a4.lua:9
ALTER TABLE events DROP CONSTRAINT bigger;

-- migrations/versions/a4.lua:10
ALTER TABLE events DROP CONSTRAINT events_source_id_fkey;

-- migrations/versions/a4.lua:11
ALTER TABLE events DROP CONSTRAINT events_number_at_key CASCADE;

-- migrations/versions/a4.lua:12
DROP INDEX events_source_id_idx;

-- migrations/versions/a4.lua:13
ALTER TABLE events DROP CONSTRAINT events_key;

-- migrations/versions/a4.lua:14, loses data
DROP TABLE events_old;

downgrade (derived)

-- migrations/versions/a4.lua:14
CREATE TABLE events_old PARTITION OF events
FOR VALUES FROM ('2000-01-01') TO ('2025-01-01');

-- migrations/versions/a4.lua:13
ALTER TABLE events ADD CONSTRAINT events_key PRIMARY KEY (id, at);

-- migrations/versions/a4.lua:12
CREATE INDEX events_source_id_idx ON events (source_id);

-- migrations/versions/a4.lua:11
ALTER TABLE events ADD CONSTRAINT events_number_at_key UNIQUE (number, at);

-- migrations/versions/a4.lua:11
COMMENT ON CONSTRAINT events_number_at_key ON events IS 'of the whole';

-- migrations/versions/a4.lua:11
ALTER TABLE notes
  ADD CONSTRAINT notes_number_at_fkey FOREIGN KEY (number, at) REFERENCES events (number, at);

-- migrations/versions/a4.lua:10
ALTER TABLE events
  ADD CONSTRAINT events_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (id);

-- migrations/versions/a4.lua:9
ALTER TABLE events ADD CONSTRAINT bigger CHECK (id > number);

-- migrations/versions/a4.lua:4, loses data
DROP TABLE notes;

-- migrations/versions/a4.lua:1
ALTER TABLE events_2025 RENAME CONSTRAINT events_2025_pkey TO "key of 2025";

-- migrations/versions/a4.lua:1
ALTER INDEX events_2026_source_id_idx RENAME TO "sources of 2026";

-- migrations/versions/a4.lua:1
ALTER TABLE events_old RENAME CONSTRAINT events_old_pkey TO old_key;

-- migrations/versions/a4.lua:1
ALTER TABLE events_old
  RENAME CONSTRAINT events_source_id_fkey TO events_old_source_id_fkey;

-- migrations/versions/a4.lua:1
ALTER INDEX events_old_source_id_idx RENAME TO old_sources;

-- migrations/versions/a4.lua:1
COMMENT ON CONSTRAINT "key of 2025" ON events_2025 IS 'its own comment';
