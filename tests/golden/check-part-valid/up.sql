revision  c1
parent    <base>
message   a check that is not valid, and tables that get it when they are made
created   2026-11-29T11:30:00Z
file      migrations/versions/c1.lua

upgrade

-- migrations/versions/c1.lua:5
CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);

-- migrations/versions/c1.lua:6
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);

-- migrations/versions/c1.lua:7
ALTER TABLE p ADD CONSTRAINT k CHECK (b > 0) NOT VALID;

-- migrations/versions/c1.lua:8
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- migrations/versions/c1.lua:9
CREATE TABLE t (a integer);

-- migrations/versions/c1.lua:10
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

-- migrations/versions/c1.lua:11
CREATE TABLE c () INHERITS (t);

-- migrations/versions/c1.lua:12
CREATE TABLE l (LIKE t INCLUDING CONSTRAINTS);

downgrade (derived)

-- migrations/versions/c1.lua:12, loses data
DROP TABLE l;

-- migrations/versions/c1.lua:11, loses data
DROP TABLE c;

-- migrations/versions/c1.lua:10
ALTER TABLE t DROP CONSTRAINT k;

-- migrations/versions/c1.lua:9, loses data
DROP TABLE t;

-- migrations/versions/c1.lua:8, loses data
DROP TABLE p2;

-- migrations/versions/c1.lua:7
ALTER TABLE p DROP CONSTRAINT k;

-- migrations/versions/c1.lua:6, loses data
DROP TABLE p1;

-- migrations/versions/c1.lua:5, loses data
DROP TABLE p;

revision  c2 (head)
parent    c1
message   it comes back as it was
created   2026-11-29T11:30:00Z
file      migrations/versions/c2.lua

upgrade

-- migrations/versions/c2.lua:5
ALTER TABLE p DROP CONSTRAINT k;

-- migrations/versions/c2.lua:6
ALTER TABLE t DROP CONSTRAINT k;

-- migrations/versions/c2.lua:7
ALTER TABLE l DROP CONSTRAINT k;

downgrade (derived)

-- migrations/versions/c2.lua:7
ALTER TABLE l ADD CONSTRAINT k CHECK (a > 0);

-- migrations/versions/c2.lua:6
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

-- migrations/versions/c2.lua:5
ALTER TABLE p ADD CONSTRAINT k CHECK (b > 0) NOT VALID;

-- migrations/versions/c2.lua:1
ALTER TABLE p2 VALIDATE CONSTRAINT k;

-- migrations/versions/c2.lua:1
ALTER TABLE c VALIDATE CONSTRAINT k;
