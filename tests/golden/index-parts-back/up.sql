revision  a001
parent    <base>
message   Partial trees of indexes
created   2026-11-29T12:00:00Z
file      migrations/versions/0001_a.lua

upgrade

-- migrations/versions/0001_a.lua:6
CREATE TABLE p (c1 int, c2 text, c3 text) PARTITION BY LIST (c1);

-- migrations/versions/0001_a.lua:7
CREATE TABLE q1 PARTITION OF p FOR VALUES IN (1);

-- migrations/versions/0001_a.lua:8
CREATE TABLE q2 PARTITION OF p FOR VALUES IN (2) PARTITION BY LIST (c2);

-- migrations/versions/0001_a.lua:9
CREATE TABLE q22 PARTITION OF q2 FOR VALUES IN ('2');

-- migrations/versions/0001_a.lua:10
CREATE TABLE q23 PARTITION OF q2 FOR VALUES IN ('3');

-- migrations/versions/0001_a.lua:11
CREATE INDEX p_i ON ONLY p (c3);

-- migrations/versions/0001_a.lua:12
CREATE INDEX q1_i ON q1 (c3);

-- migrations/versions/0001_a.lua:13
CREATE INDEX q2_i ON ONLY q2 (c3);

-- migrations/versions/0001_a.lua:14
CREATE INDEX q22_i ON q22 (c3);

-- migrations/versions/0001_a.lua:15
ALTER INDEX q2_i ATTACH PARTITION q22_i;

-- migrations/versions/0001_a.lua:16
ALTER INDEX p_i ATTACH PARTITION q2_i;

-- migrations/versions/0001_a.lua:17
ALTER INDEX p_i ATTACH PARTITION q1_i;

-- migrations/versions/0001_a.lua:18
COMMENT ON INDEX q22_i IS 'of the last';

-- migrations/versions/0001_a.lua:19
ALTER TABLE ONLY p ADD CONSTRAINT p_u UNIQUE (c1, c2);

-- migrations/versions/0001_a.lua:20
ALTER TABLE ONLY q2 ADD CONSTRAINT q2_u UNIQUE (c1, c2);

-- migrations/versions/0001_a.lua:21
ALTER TABLE q22 ADD CONSTRAINT q22_u UNIQUE (c1, c2);

-- migrations/versions/0001_a.lua:22
ALTER INDEX q2_u ATTACH PARTITION q22_u;

-- migrations/versions/0001_a.lua:23
ALTER INDEX p_u ATTACH PARTITION q2_u;

downgrade (derived)

-- migrations/versions/0001_a.lua:19
ALTER TABLE p DROP CONSTRAINT p_u;

-- migrations/versions/0001_a.lua:18
COMMENT ON INDEX q22_i IS NULL;

-- migrations/versions/0001_a.lua:11
DROP INDEX p_i;

-- migrations/versions/0001_a.lua:10, loses data
DROP TABLE q23;

-- migrations/versions/0001_a.lua:9, loses data
DROP TABLE q22;

-- migrations/versions/0001_a.lua:8, loses data
DROP TABLE q2;

-- migrations/versions/0001_a.lua:7, loses data
DROP TABLE q1;

-- migrations/versions/0001_a.lua:6, loses data
DROP TABLE p;

revision  a002
parent    a001
message   Dropped with the whole
created   2026-11-29T12:01:00Z
file      migrations/versions/0002_b.lua

upgrade

-- migrations/versions/0002_b.lua:4
DROP INDEX p_i;

-- migrations/versions/0002_b.lua:5
ALTER TABLE p DROP CONSTRAINT p_u;

downgrade (derived)

-- migrations/versions/0002_b.lua:5
ALTER TABLE ONLY p ADD CONSTRAINT p_u UNIQUE (c1, c2);

-- migrations/versions/0002_b.lua:5
ALTER TABLE ONLY q2 ADD CONSTRAINT q2_u UNIQUE (c1, c2);

-- migrations/versions/0002_b.lua:5
ALTER INDEX p_u ATTACH PARTITION q2_u;

-- migrations/versions/0002_b.lua:5
ALTER TABLE q22 ADD CONSTRAINT q22_u UNIQUE (c1, c2);

-- migrations/versions/0002_b.lua:5
ALTER INDEX q2_u ATTACH PARTITION q22_u;

-- migrations/versions/0002_b.lua:4
CREATE INDEX p_i ON ONLY p (c3);

-- migrations/versions/0002_b.lua:4
CREATE INDEX q2_i ON ONLY q2 (c3);

-- migrations/versions/0002_b.lua:4
ALTER INDEX p_i ATTACH PARTITION q2_i;

-- migrations/versions/0002_b.lua:4
CREATE INDEX q22_i ON q22 (c3);

-- migrations/versions/0002_b.lua:4
COMMENT ON INDEX q22_i IS 'of the last';

-- migrations/versions/0002_b.lua:4
ALTER INDEX q2_i ATTACH PARTITION q22_i;

-- migrations/versions/0002_b.lua:4
CREATE INDEX q1_i ON q1 (c3);

-- migrations/versions/0002_b.lua:4
ALTER INDEX p_i ATTACH PARTITION q1_i;

revision  a003
parent    a002
message   Again, and a part with a name of its own
created   2026-11-29T12:02:00Z
file      migrations/versions/0003_c.lua

upgrade

-- migrations/versions/0003_c.lua:5
CREATE INDEX p_i ON ONLY p (c3);

-- migrations/versions/0003_c.lua:6
CREATE INDEX q1_i ON q1 (c3);

-- migrations/versions/0003_c.lua:7
ALTER INDEX p_i ATTACH PARTITION q1_i;

-- migrations/versions/0003_c.lua:8
ALTER TABLE q1 ADD CONSTRAINT q1_u UNIQUE (c1, c2);

-- migrations/versions/0003_c.lua:9
ALTER TABLE p ADD CONSTRAINT p_u UNIQUE (c1, c2);

-- migrations/versions/0003_c.lua:10
ALTER TABLE q1 CLUSTER ON q1_u;

downgrade (derived)

-- migrations/versions/0003_c.lua:10
ALTER TABLE q1 SET WITHOUT CLUSTER;

-- migrations/versions/0003_c.lua:9
ALTER TABLE p DROP CONSTRAINT p_u;

-- migrations/versions/0003_c.lua:5
DROP INDEX p_i;

revision  a004
parent    a003
message   Dropped with a column, and by name
created   2026-11-29T12:03:00Z
file      migrations/versions/0004_d.lua

upgrade

-- migrations/versions/0004_d.lua:4, loses data
ALTER TABLE p DROP COLUMN c3;

-- migrations/versions/0004_d.lua:5
ALTER TABLE p DROP CONSTRAINT p_u;

downgrade (derived)

-- migrations/versions/0004_d.lua:5
ALTER TABLE p ADD CONSTRAINT p_u UNIQUE (c1, c2);

-- migrations/versions/0004_d.lua:4
ALTER TABLE p ADD COLUMN c3 text;

-- migrations/versions/0004_d.lua:4
CREATE INDEX p_i ON ONLY p (c3);

-- migrations/versions/0004_d.lua:4
CREATE INDEX q1_i ON q1 (c3);

-- migrations/versions/0004_d.lua:4
ALTER INDEX p_i ATTACH PARTITION q1_i;

-- migrations/versions/0004_d.lua:1
ALTER TABLE q1 RENAME CONSTRAINT q1_c1_c2_key TO q1_u;

-- migrations/versions/0004_d.lua:1
ALTER TABLE q1 CLUSTER ON q1_u;

revision  a005
parent    a004
message   Dropped with the tables
created   2026-11-29T12:04:00Z
file      migrations/versions/0005_e.lua

upgrade

-- migrations/versions/0005_e.lua:5
CREATE INDEX p_i ON ONLY p (c1);

-- migrations/versions/0005_e.lua:6
CREATE INDEX q1_i ON q1 (c1);

-- migrations/versions/0005_e.lua:7
ALTER INDEX p_i ATTACH PARTITION q1_i;

downgrade (derived)

-- migrations/versions/0005_e.lua:5
DROP INDEX p_i;

revision  a006
parent    a005
message   And the tables
created   2026-11-29T12:05:00Z
file      migrations/versions/0006_f.lua

upgrade

-- migrations/versions/0006_f.lua:4, loses data
DROP TABLE p;

downgrade (derived)

-- migrations/versions/0006_f.lua:4
CREATE TABLE p (
  c1 integer,
  c2 text
)
PARTITION BY LIST (c1);

-- migrations/versions/0006_f.lua:4
CREATE TABLE q2 PARTITION OF p
FOR VALUES IN (2)
PARTITION BY LIST (c2);

-- migrations/versions/0006_f.lua:4
CREATE TABLE q23 PARTITION OF q2
FOR VALUES IN ('3');

-- migrations/versions/0006_f.lua:4
CREATE TABLE q22 PARTITION OF q2
FOR VALUES IN ('2');

-- migrations/versions/0006_f.lua:4
CREATE TABLE q1 PARTITION OF p
FOR VALUES IN (1);

-- migrations/versions/0006_f.lua:4
CREATE INDEX p_i ON ONLY p (c1);

-- migrations/versions/0006_f.lua:4
CREATE INDEX q1_i ON q1 (c1);

-- migrations/versions/0006_f.lua:4
ALTER INDEX p_i ATTACH PARTITION q1_i;

revision  a007
parent    a006
message   Taken over in the revision that made them
created   2026-11-29T12:06:00Z
file      migrations/versions/0007_g.lua

upgrade

-- migrations/versions/0007_g.lua:5
CREATE TABLE p (c1 int, c2 text) PARTITION BY LIST (c1);

-- migrations/versions/0007_g.lua:6
CREATE TABLE q1 PARTITION OF p FOR VALUES IN (1);

downgrade (derived)

-- migrations/versions/0007_g.lua:6, loses data
DROP TABLE q1;

-- migrations/versions/0007_g.lua:5, loses data
DROP TABLE p;

revision  a008
parent    a007
message   What is new is not made again, under whatever name
created   2026-11-29T12:07:00Z
file      migrations/versions/0008_h.lua

upgrade

-- migrations/versions/0008_h.lua:5
CREATE INDEX q1_i ON q1 (c2);

-- migrations/versions/0008_h.lua:6
COMMENT ON INDEX q1_i IS 'x';

-- migrations/versions/0008_h.lua:7
ALTER INDEX q1_i RENAME TO q1_j;

-- migrations/versions/0008_h.lua:8
CREATE INDEX p_i ON p (c2);

-- migrations/versions/0008_h.lua:9
ALTER TABLE q1 ADD CONSTRAINT q1_u UNIQUE (c1);

-- migrations/versions/0008_h.lua:10
ALTER TABLE q1 RENAME CONSTRAINT q1_u TO q1_w;

-- migrations/versions/0008_h.lua:11
ALTER TABLE p ADD UNIQUE (c1);

-- migrations/versions/0008_h.lua:12
ALTER TABLE q1 ALTER c1 SET NOT NULL, REPLICA IDENTITY USING INDEX q1_w;

downgrade (derived)

-- migrations/versions/0008_h.lua:12
ALTER TABLE q1 REPLICA IDENTITY DEFAULT;

-- migrations/versions/0008_h.lua:12
ALTER TABLE q1 ALTER COLUMN c1 DROP NOT NULL;

-- migrations/versions/0008_h.lua:11
ALTER TABLE p DROP CONSTRAINT p_c1_key;

-- migrations/versions/0008_h.lua:8
DROP INDEX p_i;

revision  a009 (head)
parent    a008
message   Attached, renamed, and dropped with the table
created   2026-11-29T12:08:00Z
file      migrations/versions/0009_i.lua

upgrade

-- migrations/versions/0009_i.lua:5
CREATE INDEX p_n ON ONLY p (c2, c1);

-- migrations/versions/0009_i.lua:6
CREATE INDEX q1_n ON q1 (c2, c1);

-- migrations/versions/0009_i.lua:7
ALTER INDEX q1_n RENAME TO q1_m;

-- migrations/versions/0009_i.lua:8
ALTER INDEX p_n ATTACH PARTITION q1_m;

-- migrations/versions/0009_i.lua:9
ALTER INDEX q1_m RENAME TO q1_o;

-- migrations/versions/0009_i.lua:10, loses data
DROP TABLE p;

downgrade (derived)

-- migrations/versions/0009_i.lua:10
CREATE TABLE p (
  c1 integer,
  c2 text,
  CONSTRAINT p_c1_key UNIQUE (c1)
)
PARTITION BY LIST (c1);

-- migrations/versions/0009_i.lua:10
CREATE TABLE q1 PARTITION OF p
FOR VALUES IN (1);

-- migrations/versions/0009_i.lua:10
CREATE INDEX p_i ON p (c2);

-- migrations/versions/0009_i.lua:10
CREATE INDEX p_n ON p (c2, c1);

-- migrations/versions/0009_i.lua:5
DROP INDEX p_n;

-- migrations/versions/0009_i.lua:1
ALTER TABLE q1 RENAME CONSTRAINT q1_c1_key TO q1_w;

-- migrations/versions/0009_i.lua:1
ALTER INDEX q1_c2_idx RENAME TO q1_j;

-- migrations/versions/0009_i.lua:1
ALTER TABLE q1 ALTER COLUMN c1 SET NOT NULL;

-- migrations/versions/0009_i.lua:1
ALTER TABLE q1 REPLICA IDENTITY USING INDEX q1_w;

-- migrations/versions/0009_i.lua:1
COMMENT ON INDEX q1_j IS 'x';
