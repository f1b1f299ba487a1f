revision  s1
parent    <base>
message   columns in the order of the table
created   2026-11-29T11:30:00Z
file      migrations/versions/s1.lua

upgrade

-- migrations/versions/s1.lua:5
CREATE TABLE t (a integer, b integer, c integer);

-- migrations/versions/s1.lua:6
CREATE STATISTICS s ON c, b, a FROM t;

downgrade (derived)

-- migrations/versions/s1.lua:6
DROP STATISTICS s;

-- migrations/versions/s1.lua:5, loses data
DROP TABLE t;

revision  s2 (head)
parent    s1
message   the column that comes back is the last one
created   2026-11-29T11:30:00Z
file      migrations/versions/s2.lua

upgrade

-- migrations/versions/s2.lua:4, loses data
ALTER TABLE t DROP COLUMN a CASCADE;

downgrade (derived)

-- migrations/versions/s2.lua:4
ALTER TABLE t ADD COLUMN a integer;

-- migrations/versions/s2.lua:4
CREATE STATISTICS s ON c, b, a FROM t;
