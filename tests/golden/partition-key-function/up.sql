revision  a1
parent    <base>
message   a table partitioned by what functions give
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE FUNCTION bucket(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 10';

-- migrations/versions/a1.lua:6
CREATE TABLE parted (a integer, b integer) PARTITION BY RANGE (bucket(a), (bucket(b) + 1));

-- migrations/versions/a1.lua:7
CREATE TABLE part PARTITION OF parted DEFAULT;

-- migrations/versions/a1.lua:8
CREATE VIEW parts AS SELECT a FROM part;

downgrade (derived)

-- migrations/versions/a1.lua:8
DROP VIEW parts;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE part;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE parted;

-- migrations/versions/a1.lua:5
DROP FUNCTION bucket(integer);

revision  a2
parent    a1
message   its key follows
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER FUNCTION bucket RENAME TO slot;

downgrade (derived)

-- migrations/versions/a2.lua:5
ALTER FUNCTION slot(integer) RENAME TO bucket;

revision  a3 (head)
parent    a2
message   and goes with it
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP FUNCTION slot CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:5
CREATE FUNCTION slot(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 10';

-- migrations/versions/a3.lua:5
CREATE TABLE parted (
  a integer,
  b integer
)
PARTITION BY RANGE ((slot(a)), (slot(b) + 1));

-- migrations/versions/a3.lua:5
CREATE TABLE part PARTITION OF parted
DEFAULT;

-- migrations/versions/a3.lua:5
CREATE VIEW parts AS SELECT a FROM part;
