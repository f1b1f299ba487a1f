revision  a1
parent    <base>
message   statements that do nothing
created   2026-11-29T19:55:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE t (
  a integer
);

downgrade (derived)

-- migrations/versions/a1.lua:4, loses data
DROP TABLE t;

revision  a2 (head)
parent    a1
message   on what there is
created   2026-11-29T19:55:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE t SET WITHOUT OIDS;

-- migrations/versions/a2.lua:5
ALTER TABLE t SET WITHOUT OIDS, ADD b integer;

-- migrations/versions/a2.lua:6
ALTER TABLE t SET WITHOUT CLUSTER;

downgrade (derived)

-- migrations/versions/a2.lua:5, loses data
ALTER TABLE t DROP COLUMN b;
