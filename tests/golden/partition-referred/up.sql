revision  p1
parent    <base>
message   a partitioned table that foreign keys refer to, also its own
created   2026-11-29T11:30:00Z
file      migrations/versions/p1.lua

upgrade

-- migrations/versions/p1.lua:5
CREATE TABLE p (a integer PRIMARY KEY, b text) PARTITION BY LIST (a);

-- migrations/versions/p1.lua:6
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);

-- migrations/versions/p1.lua:7
CREATE TABLE r (a integer REFERENCES p);

-- migrations/versions/p1.lua:8
CREATE TABLE own (a integer PRIMARY KEY, CONSTRAINT f FOREIGN KEY (a) REFERENCES own) PARTITION BY LIST (a);

downgrade (derived)

-- migrations/versions/p1.lua:8, loses data
DROP TABLE own;

-- migrations/versions/p1.lua:7, loses data
DROP TABLE r;

-- migrations/versions/p1.lua:6, loses data
DROP TABLE p1;

-- migrations/versions/p1.lua:5, loses data
DROP TABLE p;

revision  p2
parent    p1
message   its partition is dropped when it is none any longer
created   2026-11-29T11:30:00Z
file      migrations/versions/p2.lua

upgrade

-- migrations/versions/p2.lua:4
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

downgrade (derived)

-- migrations/versions/p2.lua:4
ALTER TABLE p DETACH PARTITION p2;

-- migrations/versions/p2.lua:4, loses data
DROP TABLE p2;

revision  p3
parent    p2
message   one that has partitions itself
created   2026-11-29T11:30:00Z
file      migrations/versions/p3.lua

upgrade

-- migrations/versions/p3.lua:5
CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3, 4) PARTITION BY LIST (a);

-- migrations/versions/p3.lua:6
CREATE TABLE p4 PARTITION OF p3 FOR VALUES IN (4);

downgrade (derived)

-- migrations/versions/p3.lua:6
ALTER TABLE p3 DETACH PARTITION p4;

-- migrations/versions/p3.lua:6, loses data
DROP TABLE p4;

-- migrations/versions/p3.lua:5
ALTER TABLE p DETACH PARTITION p3;

-- migrations/versions/p3.lua:5, loses data
DROP TABLE p3;

revision  p4
parent    p3
message   one of a table that refers to itself
created   2026-11-29T11:30:00Z
file      migrations/versions/p4.lua

upgrade

-- migrations/versions/p4.lua:4
CREATE TABLE own1 PARTITION OF own FOR VALUES IN (1);

downgrade (derived)

-- migrations/versions/p4.lua:4
ALTER TABLE own DETACH PARTITION own1;

-- migrations/versions/p4.lua:4, loses data
DROP TABLE own1;

revision  p5
parent    p4
message   and another
created   2026-11-29T11:30:00Z
file      migrations/versions/p5.lua

upgrade

-- migrations/versions/p5.lua:5
CREATE TABLE own2 PARTITION OF own FOR VALUES IN (2);

-- migrations/versions/p5.lua:6
CREATE TABLE own3 PARTITION OF own FOR VALUES IN (3);

downgrade (derived)

-- migrations/versions/p5.lua:6
ALTER TABLE own DETACH PARTITION own3;

-- migrations/versions/p5.lua:6, loses data
DROP TABLE own3;

-- migrations/versions/p5.lua:5
ALTER TABLE own DETACH PARTITION own2;

-- migrations/versions/p5.lua:5, loses data
DROP TABLE own2;

revision  p6
parent    p5
message   where the key is new too
created   2026-11-29T11:30:00Z
file      migrations/versions/p6.lua

upgrade

-- migrations/versions/p6.lua:5
CREATE TABLE p5 PARTITION OF p FOR VALUES IN (5);

-- migrations/versions/p6.lua:6
CREATE TABLE q (a integer REFERENCES p5, b integer REFERENCES p);

downgrade (derived)

-- migrations/versions/p6.lua:6, loses data
DROP TABLE q;

-- migrations/versions/p6.lua:5
ALTER TABLE p DETACH PARTITION p5;

-- migrations/versions/p6.lua:5, loses data
DROP TABLE p5;

revision  p7 (head)
parent    p6
message   or goes
created   2026-11-29T11:30:00Z
file      migrations/versions/p7.lua

upgrade

-- migrations/versions/p7.lua:5, loses data
DROP TABLE r, q;

-- migrations/versions/p7.lua:6
CREATE TABLE p6 PARTITION OF p FOR VALUES IN (6);

downgrade (derived)

-- migrations/versions/p7.lua:6, loses data
DROP TABLE p6;

-- migrations/versions/p7.lua:5
CREATE TABLE q (
  a integer,
  b integer
);

-- migrations/versions/p7.lua:5
CREATE TABLE r (
  a integer
);

-- migrations/versions/p7.lua:5
ALTER TABLE q ADD CONSTRAINT q_a_fkey FOREIGN KEY (a) REFERENCES p5 (a);

-- migrations/versions/p7.lua:5
ALTER TABLE q ADD CONSTRAINT q_b_fkey FOREIGN KEY (b) REFERENCES p (a);

-- migrations/versions/p7.lua:5
ALTER TABLE r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES p (a);
