revision  a1
parent    <base>
message   row triggers of partitioned tables, and the copies that partitions have
created   2026-11-30T00:50:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TABLE pt (a int) PARTITION BY LIST (a);

-- migrations/versions/a1.lua:6
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';

-- migrations/versions/a1.lua:7
CREATE TRIGGER tr BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/a1.lua:8
CREATE TABLE p1 PARTITION OF pt FOR VALUES IN (1);

-- migrations/versions/a1.lua:9
CREATE TABLE p2 PARTITION OF pt FOR VALUES IN (2) PARTITION BY LIST (a);

-- migrations/versions/a1.lua:10
CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN (2);

-- migrations/versions/a1.lua:11
CREATE TABLE p5 (a int);

-- migrations/versions/a1.lua:12
ALTER TABLE pt ATTACH PARTITION p5 FOR VALUES IN (5);

-- migrations/versions/a1.lua:13
ALTER TABLE p5 DISABLE TRIGGER tr;

-- migrations/versions/a1.lua:14
ALTER TABLE p2 ENABLE ALWAYS TRIGGER tr;

-- migrations/versions/a1.lua:15
ALTER TABLE ONLY pt ENABLE REPLICA TRIGGER tr;

downgrade (derived)

-- migrations/versions/a1.lua:15
ALTER TABLE pt ENABLE TRIGGER tr;

-- migrations/versions/a1.lua:12
ALTER TABLE pt DETACH PARTITION p5;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE p5;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE p2a;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE p2;

-- migrations/versions/a1.lua:8, loses data
DROP TABLE p1;

-- migrations/versions/a1.lua:7
DROP TRIGGER tr ON pt;

-- migrations/versions/a1.lua:6
DROP FUNCTION tf();

-- migrations/versions/a1.lua:5, loses data
DROP TABLE pt;

revision  a2
parent    a1
message   another name
created   2026-11-30T00:50:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER TRIGGER tr ON pt RENAME TO "Tr 2";

downgrade (derived)

-- migrations/versions/a2.lua:5
ALTER TRIGGER "Tr 2" ON pt RENAME TO tr;

revision  a3
parent    a2
message   a partition leaves
created   2026-11-30T00:50:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
ALTER TABLE pt DETACH PARTITION p5;

downgrade (derived)

-- migrations/versions/a3.lua:5
ALTER TABLE pt ATTACH PARTITION p5 FOR VALUES IN (5);

-- migrations/versions/a3.lua:1
ALTER TABLE ONLY p5 DISABLE TRIGGER "Tr 2";

revision  a4
parent    a3
message   another goes
created   2026-11-30T00:50:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5, loses data
DROP TABLE p2;

downgrade (derived)

-- migrations/versions/a4.lua:5
CREATE TABLE p2 PARTITION OF pt
FOR VALUES IN (2)
PARTITION BY LIST (a);

-- migrations/versions/a4.lua:5
CREATE TABLE p2a PARTITION OF p2
FOR VALUES IN (2);

-- migrations/versions/a4.lua:1
ALTER TABLE ONLY p2a ENABLE ALWAYS TRIGGER "Tr 2";

-- migrations/versions/a4.lua:1
ALTER TABLE ONLY p2 ENABLE ALWAYS TRIGGER "Tr 2";

revision  a5
parent    a4
message   and the trigger itself
created   2026-11-30T00:50:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
DROP TRIGGER "Tr 2" ON pt;

downgrade (derived)

-- migrations/versions/a5.lua:5
CREATE TRIGGER "Tr 2" BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/a5.lua:5
ALTER TABLE pt ENABLE REPLICA TRIGGER "Tr 2";

-- migrations/versions/a5.lua:1
ALTER TABLE ONLY p1 ENABLE TRIGGER "Tr 2";

revision  a6
parent    a5
message   it comes again, and a new partition takes what its table has
created   2026-11-30T00:50:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
CREATE TRIGGER tr BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/a6.lua:6
ALTER TABLE pt DISABLE TRIGGER tr;

-- migrations/versions/a6.lua:7
CREATE TABLE p3 PARTITION OF pt FOR VALUES IN (3);

-- migrations/versions/a6.lua:8
ALTER TABLE p1 ENABLE TRIGGER tr;

downgrade (derived)

-- migrations/versions/a6.lua:7, loses data
DROP TABLE p3;

-- migrations/versions/a6.lua:6
ALTER TABLE pt ENABLE TRIGGER tr;

-- migrations/versions/a6.lua:5
DROP TRIGGER tr ON pt;

revision  a7
parent    a6
message   all of them
created   2026-11-30T00:50:00Z
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:5
ALTER TABLE p3 ENABLE TRIGGER ALL;

-- migrations/versions/a7.lua:6
ALTER TABLE pt ENABLE TRIGGER USER;

downgrade (derived)

-- migrations/versions/a7.lua:6
ALTER TABLE pt DISABLE TRIGGER tr;

-- migrations/versions/a7.lua:1
ALTER TABLE ONLY p1 ENABLE TRIGGER tr;

revision  a8
parent    a7
message   made anew
created   2026-11-30T00:50:00Z
file      migrations/versions/a8.lua

upgrade

-- migrations/versions/a8.lua:5
ALTER TABLE ONLY pt DISABLE TRIGGER USER;

-- migrations/versions/a8.lua:6
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON pt FOR EACH ROW EXECUTE FUNCTION tf();

downgrade (derived)

-- migrations/versions/a8.lua:6
CREATE OR REPLACE TRIGGER tr BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/a8.lua:6
ALTER TABLE pt DISABLE TRIGGER tr;

-- migrations/versions/a8.lua:5
ALTER TABLE pt ENABLE TRIGGER tr;

revision  a9 (head)
parent    a8
message   all goes
created   2026-11-30T00:50:00Z
file      migrations/versions/a9.lua

upgrade

-- migrations/versions/a9.lua:5, loses data
DROP TABLE pt;

downgrade (derived)

-- migrations/versions/a9.lua:5
CREATE TABLE pt (
  a integer
)
PARTITION BY LIST (a);

-- migrations/versions/a9.lua:5
CREATE TABLE p3 PARTITION OF pt
FOR VALUES IN (3);

-- migrations/versions/a9.lua:5
CREATE TABLE p1 PARTITION OF pt
FOR VALUES IN (1);

-- migrations/versions/a9.lua:5
CREATE TRIGGER tr BEFORE UPDATE ON pt FOR EACH ROW EXECUTE FUNCTION tf();
