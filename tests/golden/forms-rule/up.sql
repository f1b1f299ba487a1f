revision  fr1
parent    <base>
message   tables
created   2026-11-29T12:00:00Z
file      migrations/versions/fr1.lua

upgrade

-- migrations/versions/fr1.lua:5
CREATE SCHEMA app;

-- migrations/versions/fr1.lua:5
CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date);

-- migrations/versions/fr1.lua:5
CREATE TABLE log (a integer, b text);

-- migrations/versions/fr1.lua:6
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- migrations/versions/fr1.lua:6
CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';

-- migrations/versions/fr1.lua:6
CREATE VIEW v AS SELECT a, b FROM t;

-- migrations/versions/fr1.lua:7
CREATE TABLE pt (k integer, v text) PARTITION BY RANGE (k);

-- migrations/versions/fr1.lua:7
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (10);

downgrade (derived)

-- migrations/versions/fr1.lua:7, loses data
DROP TABLE pt1;

-- migrations/versions/fr1.lua:7, loses data
DROP TABLE pt;

-- migrations/versions/fr1.lua:6
DROP VIEW v;

-- migrations/versions/fr1.lua:6
DROP FUNCTION ef();

-- migrations/versions/fr1.lua:6
DROP FUNCTION tf();

-- migrations/versions/fr1.lua:5, loses data
DROP TABLE log;

-- migrations/versions/fr1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/fr1.lua:5
DROP SCHEMA app;

revision  fr2
parent    fr1
message   triggers
created   2026-11-29T12:00:00Z
file      migrations/versions/fr2.lua

upgrade

-- migrations/versions/fr2.lua:5
CREATE TRIGGER t1 BEFORE INSERT OR UPDATE OF a, b OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION tf('x', 1);

-- migrations/versions/fr2.lua:6
CREATE TRIGGER t2 AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:7
CREATE TRIGGER t3 AFTER TRUNCATE ON t FOR EACH STATEMENT EXECUTE PROCEDURE tf();

-- migrations/versions/fr2.lua:8
CREATE TRIGGER t4 INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:9
CREATE TRIGGER t5 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a AND NEW.c > 0) EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:10
CREATE CONSTRAINT TRIGGER t6 AFTER INSERT OR UPDATE OF b ON t FROM log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.b <> '') EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:11
CREATE CONSTRAINT TRIGGER t7 AFTER DELETE ON t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:12
CREATE TRIGGER pt_t BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:13
CREATE TRIGGER pt_a AFTER UPDATE OF v ON pt FOR EACH ROW WHEN (NEW.v <> OLD.v) EXECUTE FUNCTION tf();

-- migrations/versions/fr2.lua:14
CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (10) TO (20);

downgrade (derived)

-- migrations/versions/fr2.lua:14, loses data
DROP TABLE pt2;

-- migrations/versions/fr2.lua:13
DROP TRIGGER pt_a ON pt;

-- migrations/versions/fr2.lua:12
DROP TRIGGER pt_t ON pt;

-- migrations/versions/fr2.lua:11
DROP TRIGGER t7 ON t;

-- migrations/versions/fr2.lua:10
DROP TRIGGER t6 ON t;

-- migrations/versions/fr2.lua:9
DROP TRIGGER t5 ON t;

-- migrations/versions/fr2.lua:8
DROP TRIGGER t4 ON v;

-- migrations/versions/fr2.lua:7
DROP TRIGGER t3 ON t;

-- migrations/versions/fr2.lua:6
DROP TRIGGER t2 ON t;

-- migrations/versions/fr2.lua:5
DROP TRIGGER t1 ON t;

revision  fr3
parent    fr2
message   they change
created   2026-11-29T12:00:00Z
file      migrations/versions/fr3.lua

upgrade

-- migrations/versions/fr3.lua:5
ALTER TABLE pt ENABLE ALWAYS TRIGGER pt_t;

-- migrations/versions/fr3.lua:6
ALTER TABLE pt DISABLE TRIGGER pt_a;

-- migrations/versions/fr3.lua:7
ALTER TRIGGER pt_t ON pt RENAME TO pt_r;

-- migrations/versions/fr3.lua:8
CREATE OR REPLACE TRIGGER pt_r AFTER INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:9
CREATE OR REPLACE TRIGGER t1 AFTER INSERT ON t EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:10
ALTER TABLE t DISABLE TRIGGER t1, ENABLE REPLICA TRIGGER t2, ENABLE ALWAYS TRIGGER t3;

-- migrations/versions/fr3.lua:11
CREATE OR REPLACE TRIGGER t1 AFTER INSERT ON t EXECUTE FUNCTION tf('again');

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE TRIGGER t2, DISABLE TRIGGER USER;

-- migrations/versions/fr3.lua:13
ALTER TABLE t ENABLE TRIGGER ALL;

-- migrations/versions/fr3.lua:14
ALTER TRIGGER t1 ON t RENAME TO t1b;

-- migrations/versions/fr3.lua:15
COMMENT ON TRIGGER t1b ON t IS 'first';

-- migrations/versions/fr3.lua:16
DROP TRIGGER IF EXISTS nosuch ON t;

-- migrations/versions/fr3.lua:16
DROP TRIGGER t1b ON t CASCADE;

-- migrations/versions/fr3.lua:17
DROP TRIGGER t5 ON t RESTRICT;

-- migrations/versions/fr3.lua:17
DROP TRIGGER t6 ON t;

-- migrations/versions/fr3.lua:17
DROP TRIGGER IF EXISTS nosuch ON nowhere;

-- migrations/versions/fr3.lua:18
DROP TRIGGER pt_r ON pt;

downgrade (derived)

-- migrations/versions/fr3.lua:18
CREATE TRIGGER pt_r AFTER INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:17
CREATE CONSTRAINT TRIGGER t6 AFTER INSERT OR UPDATE OF b ON t FROM log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.b <> '') EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:17
CREATE TRIGGER t5 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a AND NEW.c > 0) EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:16
CREATE TRIGGER t1b AFTER INSERT ON t EXECUTE FUNCTION tf('again');

-- migrations/versions/fr3.lua:16
COMMENT ON TRIGGER t1b ON t IS 'first';

-- migrations/versions/fr3.lua:15
COMMENT ON TRIGGER t1b ON t IS NULL;

-- migrations/versions/fr3.lua:14
ALTER TRIGGER t1b ON t RENAME TO t1;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t7;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t6;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t5;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t3;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t2;

-- migrations/versions/fr3.lua:13
ALTER TABLE t DISABLE TRIGGER t1;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE TRIGGER t7;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE TRIGGER t6;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE TRIGGER t5;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE ALWAYS TRIGGER t3;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE TRIGGER t1;

-- migrations/versions/fr3.lua:12
ALTER TABLE t ENABLE REPLICA TRIGGER t2;

-- migrations/versions/fr3.lua:11
CREATE OR REPLACE TRIGGER t1 AFTER INSERT ON t EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:11
ALTER TABLE t DISABLE TRIGGER t1;

-- migrations/versions/fr3.lua:10
ALTER TABLE t ENABLE TRIGGER t3;

-- migrations/versions/fr3.lua:10
ALTER TABLE t ENABLE TRIGGER t2;

-- migrations/versions/fr3.lua:10
ALTER TABLE t ENABLE TRIGGER t1;

-- migrations/versions/fr3.lua:9
CREATE OR REPLACE TRIGGER t1 BEFORE INSERT OR UPDATE OF a, b OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION tf('x', 1);

-- migrations/versions/fr3.lua:8
CREATE OR REPLACE TRIGGER pt_r BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();

-- migrations/versions/fr3.lua:8
ALTER TABLE pt ENABLE ALWAYS TRIGGER pt_r;

-- migrations/versions/fr3.lua:7
ALTER TRIGGER pt_r ON pt RENAME TO pt_t;

-- migrations/versions/fr3.lua:6
ALTER TABLE pt ENABLE TRIGGER pt_a;

-- migrations/versions/fr3.lua:5
ALTER TABLE pt ENABLE TRIGGER pt_t;

revision  fr4
parent    fr3
message   event triggers
created   2026-11-29T12:00:00Z
file      migrations/versions/fr4.lua

upgrade

-- migrations/versions/fr4.lua:5
CREATE EVENT TRIGGER e1 ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION ef();

-- migrations/versions/fr4.lua:6
CREATE EVENT TRIGGER e2 ON sql_drop EXECUTE PROCEDURE ef();

-- migrations/versions/fr4.lua:6
CREATE EVENT TRIGGER e3 ON table_rewrite EXECUTE FUNCTION ef();

-- migrations/versions/fr4.lua:7
CREATE EVENT TRIGGER e4 ON ddl_command_end EXECUTE FUNCTION ef();

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e1 DISABLE;

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e2 ENABLE ALWAYS;

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e3 ENABLE REPLICA;

-- migrations/versions/fr4.lua:9
ALTER EVENT TRIGGER e2 ENABLE;

-- migrations/versions/fr4.lua:9
ALTER EVENT TRIGGER e2 RENAME TO e2b;

-- migrations/versions/fr4.lua:10
COMMENT ON EVENT TRIGGER e1 IS 'ev';

-- migrations/versions/fr4.lua:11
DROP EVENT TRIGGER IF EXISTS e1, nosuch CASCADE;

-- migrations/versions/fr4.lua:12
DROP EVENT TRIGGER e3 RESTRICT;

downgrade (derived)

-- migrations/versions/fr4.lua:12
CREATE EVENT TRIGGER e3 ON table_rewrite EXECUTE FUNCTION ef();

-- migrations/versions/fr4.lua:12
ALTER EVENT TRIGGER e3 ENABLE REPLICA;

-- migrations/versions/fr4.lua:11
CREATE EVENT TRIGGER e1 ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION ef();

-- migrations/versions/fr4.lua:11
ALTER EVENT TRIGGER e1 DISABLE;

-- migrations/versions/fr4.lua:11
COMMENT ON EVENT TRIGGER e1 IS 'ev';

-- migrations/versions/fr4.lua:10
COMMENT ON EVENT TRIGGER e1 IS NULL;

-- migrations/versions/fr4.lua:9
ALTER EVENT TRIGGER e2b RENAME TO e2;

-- migrations/versions/fr4.lua:9
ALTER EVENT TRIGGER e2 ENABLE ALWAYS;

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e3 ENABLE;

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e2 ENABLE;

-- migrations/versions/fr4.lua:8
ALTER EVENT TRIGGER e1 ENABLE;

-- migrations/versions/fr4.lua:7
DROP EVENT TRIGGER e4;

-- migrations/versions/fr4.lua:6
DROP EVENT TRIGGER e3;

-- migrations/versions/fr4.lua:6
DROP EVENT TRIGGER e2;

-- migrations/versions/fr4.lua:5
DROP EVENT TRIGGER e1;

revision  fr5
parent    fr4
message   rules
created   2026-11-29T12:00:00Z
file      migrations/versions/fr5.lua

upgrade

-- migrations/versions/fr5.lua:5
CREATE RULE r1 AS ON INSERT TO t WHERE NEW.a > 5 DO ALSO INSERT INTO log VALUES (NEW.a, NEW.b);

-- migrations/versions/fr5.lua:6
CREATE RULE r2 AS ON UPDATE TO v DO INSTEAD (UPDATE t SET b = NEW.b WHERE a = OLD.a; INSERT INTO log VALUES (1, 'u'));

-- migrations/versions/fr5.lua:7
CREATE RULE r3 AS ON DELETE TO v DO INSTEAD DELETE FROM t WHERE a = OLD.a RETURNING a, b;

-- migrations/versions/fr5.lua:8
CREATE RULE r4 AS ON DELETE TO t DO INSTEAD NOTHING;

-- migrations/versions/fr5.lua:9
CREATE OR REPLACE RULE r4 AS ON DELETE TO t WHERE OLD.a = 1 DO INSTEAD NOTHING;

-- migrations/versions/fr5.lua:10
ALTER TABLE t DISABLE RULE r4;

-- migrations/versions/fr5.lua:11
CREATE OR REPLACE RULE r4 AS ON DELETE TO t WHERE OLD.a = 2 DO ALSO NOTHING;

-- migrations/versions/fr5.lua:12
ALTER TABLE t ENABLE ALWAYS RULE r4, ENABLE REPLICA RULE r1;

-- migrations/versions/fr5.lua:13
ALTER RULE r4 ON t RENAME TO r4b;

-- migrations/versions/fr5.lua:14
COMMENT ON RULE r4b ON t IS 'rule';

-- migrations/versions/fr5.lua:15
DROP RULE IF EXISTS r4b ON t CASCADE;

-- migrations/versions/fr5.lua:15
DROP RULE r1 ON t;

downgrade (derived)

-- migrations/versions/fr5.lua:15
CREATE RULE r1 AS ON INSERT TO t WHERE NEW.a > 5 DO ALSO INSERT INTO log VALUES (NEW.a, NEW.b);

-- migrations/versions/fr5.lua:15
ALTER TABLE t ENABLE REPLICA RULE r1;

-- migrations/versions/fr5.lua:15
CREATE RULE r4b AS ON DELETE TO t WHERE OLD.a = 2 DO ALSO NOTHING;

-- migrations/versions/fr5.lua:15
ALTER TABLE t ENABLE ALWAYS RULE r4b;

-- migrations/versions/fr5.lua:15
COMMENT ON RULE r4b ON t IS 'rule';

-- migrations/versions/fr5.lua:14
COMMENT ON RULE r4b ON t IS NULL;

-- migrations/versions/fr5.lua:13
ALTER RULE r4b ON t RENAME TO r4;

-- migrations/versions/fr5.lua:12
ALTER TABLE t ENABLE RULE r1;

-- migrations/versions/fr5.lua:12
ALTER TABLE t DISABLE RULE r4;

-- migrations/versions/fr5.lua:11
CREATE OR REPLACE RULE r4 AS ON DELETE TO t WHERE OLD.a = 1 DO INSTEAD NOTHING;

-- migrations/versions/fr5.lua:10
ALTER TABLE t ENABLE RULE r4;

-- migrations/versions/fr5.lua:9
CREATE OR REPLACE RULE r4 AS ON DELETE TO t DO INSTEAD NOTHING;

-- migrations/versions/fr5.lua:8
DROP RULE r4 ON t;

-- migrations/versions/fr5.lua:7
DROP RULE r3 ON v;

-- migrations/versions/fr5.lua:6
DROP RULE r2 ON v;

-- migrations/versions/fr5.lua:5
DROP RULE r1 ON t;

revision  fr6
parent    fr5
message   policies
created   2026-11-29T12:00:00Z
file      migrations/versions/fr6.lua

upgrade

-- migrations/versions/fr6.lua:5
CREATE POLICY p1 ON t;

-- migrations/versions/fr6.lua:6
CREATE POLICY p2 ON t AS PERMISSIVE FOR SELECT TO PUBLIC, golden_forms USING (a > 0);

-- migrations/versions/fr6.lua:7
CREATE POLICY p3 ON t AS RESTRICTIVE FOR INSERT TO CURRENT_USER WITH CHECK (b <> '');

-- migrations/versions/fr6.lua:8
CREATE POLICY p4 ON t FOR UPDATE TO SESSION_USER, CURRENT_ROLE USING (a > 1) WITH CHECK (a > 2);

-- migrations/versions/fr6.lua:9
CREATE POLICY p5 ON t FOR DELETE USING (EXISTS (SELECT 1 FROM log WHERE log.a = t.a));

-- migrations/versions/fr6.lua:10
CREATE POLICY p6 ON t FOR ALL TO golden_forms USING (true) WITH CHECK (false);

-- migrations/versions/fr6.lua:11
ALTER POLICY p1 ON t TO golden_forms USING (a > 7) WITH CHECK (a < 9);

-- migrations/versions/fr6.lua:12
ALTER POLICY p4 ON t TO PUBLIC;

-- migrations/versions/fr6.lua:13
ALTER POLICY p4 ON t USING (a > 3);

-- migrations/versions/fr6.lua:14
ALTER POLICY p3 ON t WITH CHECK (b <> 'x');

-- migrations/versions/fr6.lua:15
ALTER POLICY p4 ON t RENAME TO p4b;

-- migrations/versions/fr6.lua:16
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- migrations/versions/fr6.lua:17
COMMENT ON POLICY p4b ON t IS 'pol';

-- migrations/versions/fr6.lua:18
DROP POLICY IF EXISTS p4b ON t CASCADE;

-- migrations/versions/fr6.lua:18
DROP POLICY p1 ON t RESTRICT;

-- migrations/versions/fr6.lua:18
DROP POLICY IF EXISTS p1 ON nowhere;

downgrade (derived)

-- migrations/versions/fr6.lua:18
CREATE POLICY p1 ON t FOR ALL TO golden_forms USING (a > 7) WITH CHECK (a < 9);

-- migrations/versions/fr6.lua:18
CREATE POLICY p4b ON t FOR UPDATE TO PUBLIC USING (a > 3) WITH CHECK (a > 2);

-- migrations/versions/fr6.lua:18
COMMENT ON POLICY p4b ON t IS 'pol';

-- migrations/versions/fr6.lua:17
COMMENT ON POLICY p4b ON t IS NULL;

-- migrations/versions/fr6.lua:16
ALTER TABLE t
  DISABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- migrations/versions/fr6.lua:15
ALTER POLICY p4b ON t RENAME TO p4;

-- migrations/versions/fr6.lua:14
DROP POLICY p3 ON t;

-- migrations/versions/fr6.lua:14
CREATE POLICY p3 ON t AS RESTRICTIVE FOR INSERT TO CURRENT_USER WITH CHECK (b <> '');

-- migrations/versions/fr6.lua:13
DROP POLICY p4 ON t;

-- migrations/versions/fr6.lua:13
CREATE POLICY p4 ON t FOR UPDATE TO PUBLIC USING (a > 1) WITH CHECK (a > 2);

-- migrations/versions/fr6.lua:12
DROP POLICY p4 ON t;

-- migrations/versions/fr6.lua:12
CREATE POLICY p4 ON t FOR UPDATE TO SESSION_USER, CURRENT_ROLE USING (a > 1) WITH CHECK (a > 2);

-- migrations/versions/fr6.lua:11
DROP POLICY p1 ON t;

-- migrations/versions/fr6.lua:11
CREATE POLICY p1 ON t;

-- migrations/versions/fr6.lua:10
DROP POLICY p6 ON t;

-- migrations/versions/fr6.lua:9
DROP POLICY p5 ON t;

-- migrations/versions/fr6.lua:8
DROP POLICY p4 ON t;

-- migrations/versions/fr6.lua:7
DROP POLICY p3 ON t;

-- migrations/versions/fr6.lua:6
DROP POLICY p2 ON t;

-- migrations/versions/fr6.lua:5
DROP POLICY p1 ON t;

revision  fr7 (head)
parent    fr6
message   undone by hand
created   2026-11-29T12:00:00Z
file      migrations/versions/fr7.lua

upgrade

-- migrations/versions/fr7.lua:5
CREATE TRIGGER h1 AFTER INSERT ON t REFERENCING NEW TABLE AS n EXECUTE FUNCTION tf();

-- migrations/versions/fr7.lua:6
ALTER TABLE t ENABLE REPLICA TRIGGER h1;

-- migrations/versions/fr7.lua:7
CREATE RULE h2 AS ON UPDATE TO log DO ALSO NOTHING;

-- migrations/versions/fr7.lua:8
ALTER TABLE log DISABLE RULE h2;

-- migrations/versions/fr7.lua:9
ALTER POLICY p6 ON t USING (a > 100);

-- migrations/versions/fr7.lua:10
ALTER EVENT TRIGGER e4 DISABLE;

-- migrations/versions/fr7.lua:11
ALTER TABLE t DISABLE ROW LEVEL SECURITY;

downgrade

-- migrations/versions/fr7.lua:17
ALTER TABLE t ENABLE ROW LEVEL SECURITY;

-- migrations/versions/fr7.lua:18
ALTER EVENT TRIGGER e4 ENABLE;

-- migrations/versions/fr7.lua:19
ALTER POLICY p6 ON t USING (true);

-- migrations/versions/fr7.lua:20
DROP RULE h2 ON log;

-- migrations/versions/fr7.lua:21
DROP TRIGGER h1 ON t;
