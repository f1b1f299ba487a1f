revision  i1
parent    <base>
message   as pg_dump writes it, all in one revision
created   2026-11-29T11:30:00Z
file      migrations/versions/i1.lua

upgrade

-- migrations/versions/i1.lua:5
CREATE TABLE p (a integer NOT NULL, b text) PARTITION BY LIST (a);

-- migrations/versions/i1.lua:6
CREATE TABLE c1 PARTITION OF p FOR VALUES IN (1);

-- migrations/versions/i1.lua:7
CREATE TABLE c2 PARTITION OF p FOR VALUES IN (2, 3) PARTITION BY LIST (a);

-- migrations/versions/i1.lua:8
CREATE TABLE d2 PARTITION OF c2 FOR VALUES IN (2);

-- migrations/versions/i1.lua:9
CREATE TABLE d3 PARTITION OF c2 FOR VALUES IN (3);

-- migrations/versions/i1.lua:10
CREATE INDEX p_b ON ONLY p (b);

-- migrations/versions/i1.lua:11
CREATE INDEX c1_b ON c1 (b);

-- migrations/versions/i1.lua:12
CREATE INDEX c2_b ON ONLY c2 (b);

-- migrations/versions/i1.lua:13
CREATE INDEX d2_b ON d2 (b);

-- migrations/versions/i1.lua:14
CREATE INDEX d3_b ON d3 (b);

-- migrations/versions/i1.lua:15
ALTER INDEX p_b ATTACH PARTITION c1_b;

-- migrations/versions/i1.lua:16
ALTER INDEX p_b ATTACH PARTITION c2_b;

-- migrations/versions/i1.lua:17
ALTER INDEX c2_b ATTACH PARTITION d2_b;

-- migrations/versions/i1.lua:18
ALTER INDEX c2_b ATTACH PARTITION d3_b;

downgrade (derived)

-- migrations/versions/i1.lua:10
DROP INDEX p_b;

-- migrations/versions/i1.lua:9, loses data
DROP TABLE d3;

-- migrations/versions/i1.lua:8, loses data
DROP TABLE d2;

-- migrations/versions/i1.lua:7, loses data
DROP TABLE c2;

-- migrations/versions/i1.lua:6, loses data
DROP TABLE c1;

-- migrations/versions/i1.lua:5, loses data
DROP TABLE p;

revision  i2
parent    i1
message   a key of tables that are there, as pg_dump writes it
created   2026-11-29T11:30:00Z
file      migrations/versions/i2.lua

upgrade

-- migrations/versions/i2.lua:5
ALTER TABLE ONLY p ADD CONSTRAINT p_pkey PRIMARY KEY (a);

-- migrations/versions/i2.lua:6
ALTER TABLE ONLY c1 ADD CONSTRAINT c1_key PRIMARY KEY (a);

-- migrations/versions/i2.lua:7
ALTER TABLE ONLY c2 ADD CONSTRAINT c2_key PRIMARY KEY (a);

-- migrations/versions/i2.lua:8
ALTER TABLE ONLY d2 ADD CONSTRAINT d2_key PRIMARY KEY (a);

-- migrations/versions/i2.lua:9
ALTER TABLE ONLY d3 ADD CONSTRAINT d3_key PRIMARY KEY (a);

-- migrations/versions/i2.lua:10
ALTER INDEX c2_key ATTACH PARTITION d2_key;

-- migrations/versions/i2.lua:11
ALTER INDEX c2_key ATTACH PARTITION d3_key;

-- migrations/versions/i2.lua:12
ALTER INDEX p_pkey ATTACH PARTITION c1_key;

-- migrations/versions/i2.lua:13
ALTER INDEX p_pkey ATTACH PARTITION c2_key;

-- migrations/versions/i2.lua:14
COMMENT ON INDEX c1_b IS 'a part';

-- migrations/versions/i2.lua:15
COMMENT ON CONSTRAINT d2_key ON d2 IS 'a part of a part';

downgrade (derived)

-- migrations/versions/i2.lua:15
COMMENT ON CONSTRAINT d2_key ON d2 IS NULL;

-- migrations/versions/i2.lua:14
COMMENT ON INDEX c1_b IS NULL;

-- migrations/versions/i2.lua:5
ALTER TABLE p DROP CONSTRAINT p_pkey;

revision  i3
parent    i2
message   the parts first, each without blocking
created   2026-11-29T11:30:00Z
file      migrations/versions/i3.lua

upgrade

-- migrations/versions/i3.lua:4, outside of a transaction
CREATE INDEX CONCURRENTLY c1_h ON c1 USING hash (b) WITH (fillfactor = 50);

-- migrations/versions/i3.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY d2_h ON d2 USING hash (b);

-- migrations/versions/i3.lua:7
CREATE INDEX d3_h ON d3 USING hash (b);

-- migrations/versions/i3.lua:8
CREATE INDEX c2_h ON c2 USING hash (b);

-- migrations/versions/i3.lua:9
COMMENT ON INDEX d2_h IS 'made before the whole';

-- migrations/versions/i3.lua:10
ALTER TABLE c1 ADD CONSTRAINT c1_ab UNIQUE (a, b);

-- migrations/versions/i3.lua:11
ALTER TABLE d2 ADD CONSTRAINT d2_ab UNIQUE (a, b);

-- migrations/versions/i3.lua:12
CREATE TABLE r (a integer, b text, FOREIGN KEY (a, b) REFERENCES c1 (a, b));

downgrade (derived)

-- migrations/versions/i3.lua:12, loses data
DROP TABLE r;

-- migrations/versions/i3.lua:11
ALTER TABLE d2 DROP CONSTRAINT d2_ab;

-- migrations/versions/i3.lua:10
ALTER TABLE c1 DROP CONSTRAINT c1_ab;

-- migrations/versions/i3.lua:9
COMMENT ON INDEX d2_h IS NULL;

-- migrations/versions/i3.lua:8
DROP INDEX c2_h;

-- migrations/versions/i3.lua:4, outside of a transaction
DROP INDEX CONCURRENTLY c1_h;

revision  i4
parent    i3
message   then the whole
created   2026-11-29T11:30:00Z
file      migrations/versions/i4.lua

upgrade

-- migrations/versions/i4.lua:5
CREATE INDEX p_h ON ONLY p USING hash (b);

-- migrations/versions/i4.lua:6
ALTER INDEX p_h ATTACH PARTITION c1_h;

-- migrations/versions/i4.lua:7
ALTER INDEX p_h ATTACH PARTITION c2_h;

-- migrations/versions/i4.lua:8
ALTER TABLE ONLY p ADD CONSTRAINT p_ab UNIQUE (a, b);

-- migrations/versions/i4.lua:9
ALTER INDEX p_ab ATTACH PARTITION c1_ab;

downgrade (derived)

-- migrations/versions/i4.lua:9
ALTER TABLE p DROP CONSTRAINT p_ab CASCADE;

-- migrations/versions/i4.lua:9
ALTER TABLE c1 ADD CONSTRAINT c1_ab UNIQUE (a, b);

-- migrations/versions/i4.lua:7
DROP INDEX p_h;

-- migrations/versions/i4.lua:7, outside of a transaction
CREATE INDEX CONCURRENTLY c1_h ON c1 USING hash (b) WITH (fillfactor = 50);

-- migrations/versions/i4.lua:7
CREATE INDEX c2_h ON ONLY c2 USING hash (b);

-- migrations/versions/i4.lua:7, outside of a transaction
CREATE INDEX CONCURRENTLY d2_h ON d2 USING hash (b);

-- migrations/versions/i4.lua:7
COMMENT ON INDEX d2_h IS 'made before the whole';

-- migrations/versions/i4.lua:7
CREATE INDEX d3_h ON d3 USING hash (b);

-- migrations/versions/i4.lua:7
ALTER INDEX c2_h ATTACH PARTITION d2_h;

-- migrations/versions/i4.lua:7
ALTER INDEX c2_h ATTACH PARTITION d3_h;

-- migrations/versions/i4.lua:1
ALTER TABLE r
  ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES c1 (a, b);

revision  i5
parent    i4
message   the whole is there, and the parts come one by one
created   2026-11-29T11:30:00Z
file      migrations/versions/i5.lua

upgrade

-- migrations/versions/i5.lua:5
ALTER TABLE ONLY c2 ADD CONSTRAINT c2_ab UNIQUE (a, b);

-- migrations/versions/i5.lua:6
ALTER INDEX p_ab ATTACH PARTITION c2_ab;

downgrade (derived)

-- migrations/versions/i5.lua:6
ALTER TABLE p DROP CONSTRAINT p_ab CASCADE;

-- migrations/versions/i5.lua:6
ALTER TABLE ONLY p ADD CONSTRAINT p_ab UNIQUE (a, b);

-- migrations/versions/i5.lua:6
ALTER TABLE c1 ADD CONSTRAINT c1_ab UNIQUE (a, b);

-- migrations/versions/i5.lua:6
ALTER INDEX p_ab ATTACH PARTITION c1_ab;

-- migrations/versions/i5.lua:1
ALTER TABLE r
  ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES c1 (a, b);

revision  i6
parent    i5
message   and their own parts
created   2026-11-29T11:30:00Z
file      migrations/versions/i6.lua

upgrade

-- migrations/versions/i6.lua:5
ALTER INDEX c2_ab ATTACH PARTITION d2_ab;

-- migrations/versions/i6.lua:6
ALTER TABLE d3 ADD CONSTRAINT d3_ab UNIQUE (a, b);

-- migrations/versions/i6.lua:7
ALTER INDEX c2_ab ATTACH PARTITION d3_ab;

downgrade (derived)

-- migrations/versions/i6.lua:7
ALTER TABLE p DROP CONSTRAINT p_ab CASCADE;

-- migrations/versions/i6.lua:7
ALTER TABLE ONLY p ADD CONSTRAINT p_ab UNIQUE (a, b);

-- migrations/versions/i6.lua:7
ALTER TABLE c1 ADD CONSTRAINT c1_ab UNIQUE (a, b);

-- migrations/versions/i6.lua:7
ALTER TABLE ONLY c2 ADD CONSTRAINT c2_ab UNIQUE (a, b);

-- migrations/versions/i6.lua:7
ALTER TABLE d2 ADD CONSTRAINT d2_ab UNIQUE (a, b);

-- migrations/versions/i6.lua:7
ALTER INDEX p_ab ATTACH PARTITION c1_ab;

-- migrations/versions/i6.lua:7
ALTER INDEX p_ab ATTACH PARTITION c2_ab;

-- migrations/versions/i6.lua:1
ALTER TABLE r
  ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES c1 (a, b);

revision  i7
parent    i6
message   a whole
created   2026-11-29T11:30:00Z
file      migrations/versions/i7.lua

upgrade

-- migrations/versions/i7.lua:4
CREATE INDEX p_ba ON ONLY p (b, a);

-- migrations/versions/i7.lua:5
CREATE INDEX c1_ba ON c1 (b, a);

-- migrations/versions/i7.lua:6
ALTER INDEX p_ba ATTACH PARTITION c1_ba;

downgrade (derived)

-- migrations/versions/i7.lua:4
DROP INDEX p_ba;

revision  i8 (head)
parent    i7
message   parts of it that are made at once
created   2026-11-29T11:30:00Z
file      migrations/versions/i8.lua

upgrade

-- migrations/versions/i8.lua:4, outside of a transaction
CREATE INDEX CONCURRENTLY d2_ba ON d2 (b, a);

-- migrations/versions/i8.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY d3_ba ON d3 (b, a);

-- migrations/versions/i8.lua:6
CREATE INDEX c2_ba ON ONLY c2 (b, a);

-- migrations/versions/i8.lua:7
ALTER INDEX c2_ba ATTACH PARTITION d2_ba;

-- migrations/versions/i8.lua:8
ALTER INDEX c2_ba ATTACH PARTITION d3_ba;

-- migrations/versions/i8.lua:9
ALTER INDEX p_ba ATTACH PARTITION c2_ba;

downgrade (derived)

-- migrations/versions/i8.lua:9
DROP INDEX p_ba;

-- migrations/versions/i8.lua:9
CREATE INDEX p_ba ON ONLY p (b, a);

-- migrations/versions/i8.lua:9
CREATE INDEX c1_ba ON c1 (b, a);

-- migrations/versions/i8.lua:9
ALTER INDEX p_ba ATTACH PARTITION c1_ba;
