revision  a1
parent    <base>
message   partitions
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE events (
  id bigint,
  at date,
  name text
)
PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:11
CREATE TABLE events_2025 PARTITION OF events
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- migrations/versions/a1.lua:12
CREATE TABLE events_2026 PARTITION OF events
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
PARTITION BY HASH (at);

-- migrations/versions/a1.lua:15
CREATE TABLE events_2026_0 PARTITION OF events_2026
FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- migrations/versions/a1.lua:4
CREATE INDEX events_name_idx ON events (name);

-- migrations/versions/a1.lua:4
CREATE UNIQUE INDEX events_at_id_idx ON events (at, id);

-- migrations/versions/a1.lua:18, outside of a transaction
CREATE INDEX CONCURRENTLY events_2025_lower_idx ON events_2025 (lower(name));

-- migrations/versions/a1.lua:19
CREATE INDEX events_2026_id_idx ON ONLY events_2026 (id);

downgrade (derived)

-- migrations/versions/a1.lua:19
DROP INDEX events_2026_id_idx;

-- migrations/versions/a1.lua:18, outside of a transaction
DROP INDEX CONCURRENTLY events_2025_lower_idx;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE events;

revision  a2
parent    a1
message   on all of them
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE INDEX "by name" ON events (lower(name));

-- migrations/versions/a2.lua:4
COMMENT ON INDEX "by name" IS 'of the whole';

-- migrations/versions/a2.lua:5
CREATE UNIQUE INDEX events_id_at_name_idx ON events (id, at)
  INCLUDE (name)
  NULLS NOT DISTINCT;

-- migrations/versions/a2.lua:6
CREATE INDEX events_at_idx ON events USING brin (at);

-- migrations/versions/a2.lua:7
CREATE TABLE events_2026_1 PARTITION OF events_2026
FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- migrations/versions/a2.lua:8
ALTER INDEX events_2025_id_at_name_idx RENAME TO quick;

-- migrations/versions/a2.lua:9
COMMENT ON INDEX quick IS 'a part with a name of its own';

-- migrations/versions/a2.lua:10
ALTER TABLE events
  ADD CONSTRAINT events_at_id_fkey FOREIGN KEY (at, id) REFERENCES events (at, id);

-- migrations/versions/a2.lua:11
CREATE TABLE notes (
  at date,
  id bigint,
  CONSTRAINT notes_at_id_fkey FOREIGN KEY (at, id) REFERENCES events (at, id),
  CONSTRAINT notes_id_at_fkey FOREIGN KEY (id, at) REFERENCES events_2025 (id, at)
);

downgrade (derived)

-- migrations/versions/a2.lua:11, loses data
DROP TABLE notes;

-- migrations/versions/a2.lua:10
ALTER TABLE events DROP CONSTRAINT events_at_id_fkey;

-- migrations/versions/a2.lua:9
COMMENT ON INDEX quick IS NULL;

-- migrations/versions/a2.lua:8
ALTER INDEX quick RENAME TO events_2025_id_at_name_idx;

-- migrations/versions/a2.lua:7, loses data
DROP TABLE events_2026_1;

-- migrations/versions/a2.lua:6
DROP INDEX events_at_idx;

-- migrations/versions/a2.lua:5
DROP INDEX events_id_at_name_idx;

-- migrations/versions/a2.lua:4
DROP INDEX "by name";

-- migrations/versions/a2.lua:4, outside of a transaction
CREATE INDEX CONCURRENTLY events_2025_lower_idx ON events_2025 (lower(name));

revision  a3
parent    a2
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP INDEX "by name";

-- migrations/versions/a3.lua:5
DROP INDEX events_at_idx;

-- migrations/versions/a3.lua:6
DROP INDEX events_at_id_idx CASCADE;

-- migrations/versions/a3.lua:7
DROP INDEX events_id_at_name_idx CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:7
CREATE UNIQUE INDEX events_id_at_name_idx ON events (id, at)
  INCLUDE (name)
  NULLS NOT DISTINCT;

-- migrations/versions/a3.lua:6
CREATE UNIQUE INDEX events_at_id_idx ON events (at, id);

-- migrations/versions/a3.lua:6
ALTER TABLE events
  ADD CONSTRAINT events_at_id_fkey FOREIGN KEY (at, id) REFERENCES events (at, id);

-- migrations/versions/a3.lua:6
ALTER TABLE notes
  ADD CONSTRAINT notes_at_id_fkey FOREIGN KEY (at, id) REFERENCES events (at, id);

-- migrations/versions/a3.lua:6
ALTER TABLE notes
  ADD CONSTRAINT notes_id_at_fkey FOREIGN KEY (id, at) REFERENCES events_2025 (id, at);

-- migrations/versions/a3.lua:5
CREATE INDEX events_at_idx ON events USING brin (at);

-- migrations/versions/a3.lua:4
CREATE INDEX "by name" ON events (lower(name));

-- migrations/versions/a3.lua:4
COMMENT ON INDEX "by name" IS 'of the whole';

-- migrations/versions/a3.lua:1
ALTER INDEX events_2025_id_at_name_idx RENAME TO quick;

-- migrations/versions/a3.lua:1
COMMENT ON INDEX quick IS 'a part with a name of its own';

revision  a4
parent    a3
message   piece by piece
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE TABLE parts (
  id bigint NOT NULL,
  n integer
)
PARTITION BY RANGE (id);

-- migrations/versions/a4.lua:8
CREATE TABLE parts_1 PARTITION OF parts
FOR VALUES FROM (1) TO (10);

-- migrations/versions/a4.lua:9
CREATE TABLE parts_2 PARTITION OF parts
FOR VALUES FROM (10) TO (20);

-- migrations/versions/a4.lua:11
CREATE INDEX parts_n_idx ON ONLY parts (n);

-- migrations/versions/a4.lua:12, outside of a transaction
CREATE INDEX CONCURRENTLY one ON parts_1 (n);

-- migrations/versions/a4.lua:13, outside of a transaction
CREATE INDEX CONCURRENTLY two ON parts_2 (n);

-- migrations/versions/a4.lua:14
ALTER INDEX parts_n_idx ATTACH PARTITION one;

-- migrations/versions/a4.lua:15
ALTER INDEX parts_n_idx ATTACH PARTITION two;

-- migrations/versions/a4.lua:17
ALTER TABLE ONLY parts ADD CONSTRAINT parts_pkey PRIMARY KEY (id);

-- migrations/versions/a4.lua:18
ALTER TABLE ONLY parts_1 ADD CONSTRAINT key_1 PRIMARY KEY (id);

-- migrations/versions/a4.lua:19
ALTER TABLE parts_2 ADD CONSTRAINT key_2 PRIMARY KEY (id);

-- migrations/versions/a4.lua:20
ALTER INDEX parts_pkey ATTACH PARTITION key_1;

-- migrations/versions/a4.lua:21
ALTER INDEX parts_pkey ATTACH PARTITION key_2;

downgrade

-- migrations/versions/a4.lua:26, loses data
DROP TABLE parts;

revision  a5 (head)
parent    a4
message   and away
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
DROP INDEX parts_n_idx;

-- migrations/versions/a5.lua:5
ALTER TABLE parts DROP CONSTRAINT parts_pkey;

downgrade (derived)

-- migrations/versions/a5.lua:5
ALTER TABLE parts ADD CONSTRAINT parts_pkey PRIMARY KEY (id);

-- migrations/versions/a5.lua:4
CREATE INDEX parts_n_idx ON parts (n);

-- migrations/versions/a5.lua:1
ALTER TABLE parts_1 RENAME CONSTRAINT parts_1_pkey TO key_1;

-- migrations/versions/a5.lua:1
ALTER INDEX parts_1_n_idx RENAME TO one;

-- migrations/versions/a5.lua:1
ALTER TABLE parts_2 RENAME CONSTRAINT parts_2_pkey TO key_2;

-- migrations/versions/a5.lua:1
ALTER INDEX parts_2_n_idx RENAME TO two;
