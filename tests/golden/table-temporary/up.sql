revision  a1
parent    <base>
message   What goes with its transaction
created   2026-11-30T00:30:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE places (
  name text
);

-- migrations/versions/a1.lua:5
CREATE TEMP TABLE seen () INHERITS (places) ON COMMIT DROP;

-- migrations/versions/a1.lua:6
CREATE TEMPORARY TABLE draft (
  a integer
)
ON COMMIT DROP;

-- migrations/versions/a1.lua:7
CREATE TEMP TABLE later () INHERITS (draft) ON COMMIT DROP;

-- migrations/versions/a1.lua:7
INSERT INTO later VALUES (1);

-- migrations/versions/a1.lua:8
CREATE VIEW found AS SELECT name FROM seen;

downgrade (derived)

-- migrations/versions/a1.lua:4, loses data
DROP TABLE places;

revision  a2
parent    a1
message   It holds nothing up
created   2026-11-30T00:30:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE TEMP TABLE seen () INHERITS (places) ON COMMIT DROP;

-- migrations/versions/a2.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY places_name_idx ON places (name);

-- migrations/versions/a2.lua:6
CREATE TEMP TABLE seen (b integer) INHERITS (places) ON COMMIT DROP;

downgrade (derived)

-- migrations/versions/a2.lua:5, outside of a transaction
DROP INDEX CONCURRENTLY places_name_idx;

revision  a3 (head)
parent    a2
message   And the parent goes
created   2026-11-30T00:30:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, loses data
DROP TABLE places;

downgrade (derived)

-- migrations/versions/a3.lua:4
CREATE TABLE places (
  name text
);

-- migrations/versions/a3.lua:4
CREATE INDEX places_name_idx ON places (name);
