revision  a1
parent    <base>
message   tables
created   2026-11-29T11:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/a1.lua:6
CREATE TYPE pair AS (a integer, b text);

-- migrations/versions/a1.lua:8
CREATE TEMPORARY TABLE kept (
  a integer
)
ON COMMIT PRESERVE ROWS;

-- migrations/versions/a1.lua:9
CREATE TEMPORARY TABLE emptied (
  a integer
)
ON COMMIT DELETE ROWS;

-- migrations/versions/a1.lua:10
CREATE TEMPORARY TABLE gone (
  a integer
)
ON COMMIT DROP;

-- migrations/versions/a1.lua:11
CREATE TABLE stored (
  a integer NOT NULL,
  b text,
  CONSTRAINT stored_pkey PRIMARY KEY (a)
)
USING heap_too
WITH (fillfactor = 90)
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:18
CREATE TABLE parted (
  a integer NOT NULL,
  b text
)
PARTITION BY RANGE (a)
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:23
CREATE TABLE parted_low PARTITION OF parted
FOR VALUES FROM (0) TO (10)
USING heap_too
WITH (fillfactor = 50)
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:23
COMMENT ON TABLE parted_low IS 'low';

-- migrations/versions/a1.lua:27
CREATE UNLOGGED TABLE parted_rest PARTITION OF parted (
  CONSTRAINT parted_rest_a_check CHECK (a <> 7),
  CONSTRAINT parted_rest_b_key UNIQUE (b)
)
DEFAULT
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:28
CREATE TABLE parted_high PARTITION OF parted (
  b NOT NULL DEFAULT 'x'
)
FOR VALUES FROM (10) TO (maxvalue)
PARTITION BY HASH (a)
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:29
CREATE TABLE IF NOT EXISTS parted_high_0 PARTITION OF parted_high
FOR VALUES WITH (MODULUS 2, REMAINDER 0)
TABLESPACE golden_fast;

-- migrations/versions/a1.lua:30
CREATE TABLE typed OF pair (
  CONSTRAINT typed_b_check CHECK (b <> ''),
  CONSTRAINT typed_pkey PRIMARY KEY (a)
)
TABLESPACE golden_fast;

downgrade (derived)

-- migrations/versions/a1.lua:30, loses data
DROP TABLE typed;

-- migrations/versions/a1.lua:29, loses data
DROP TABLE parted_high_0;

-- migrations/versions/a1.lua:28, loses data
DROP TABLE parted_high;

-- migrations/versions/a1.lua:27, loses data
DROP TABLE parted_rest;

-- migrations/versions/a1.lua:18, loses data
DROP TABLE parted;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE stored;

-- migrations/versions/a1.lua:6
DROP TYPE pair;

-- migrations/versions/a1.lua:5
DROP ACCESS METHOD heap_too;

revision  a2
parent    a1
message   columns and their constraints
created   2026-11-29T11:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE TABLE places (
  a integer NOT NULL DEFAULT 0,
  b text DEFAULT '-',
  c integer,
  CONSTRAINT places_c_check CHECK (c <> 3),
  CONSTRAINT places_key PRIMARY KEY (a) USING INDEX TABLESPACE golden_fast,
  CONSTRAINT places_a_b_key UNIQUE (a, b) WITH (fillfactor = 60) USING INDEX TABLESPACE golden_fast,
  CONSTRAINT places_c_b_excl EXCLUDE (c NULLS FIRST WITH =, b COLLATE "C" text_pattern_ops DESC NULLS LAST WITH =) WITH (fillfactor = 70) USING INDEX TABLESPACE golden_fast DEFERRABLE
);

-- migrations/versions/a2.lua:4
COMMENT ON CONSTRAINT places_c_check ON places IS 'not three';

-- migrations/versions/a2.lua:14
CREATE TABLE later (
  a integer NOT NULL,
  CONSTRAINT later_pkey PRIMARY KEY (a) DEFERRABLE INITIALLY DEFERRED
);

-- migrations/versions/a2.lua:15
CREATE TABLE visits (
  plain text,
  extended text COMPRESSION lz4,
  pressed text,
  one integer,
  two integer,
  three integer,
  four text,
  CONSTRAINT visits_one_fkey FOREIGN KEY (one) REFERENCES places (a) DEFERRABLE,
  CONSTRAINT visits_two_fkey FOREIGN KEY (two) REFERENCES places (a) ON UPDATE RESTRICT ON DELETE RESTRICT,
  CONSTRAINT visits_three_fkey FOREIGN KEY (three) REFERENCES places (a) ON UPDATE SET DEFAULT ON DELETE SET DEFAULT,
  CONSTRAINT visits_one_four_fkey FOREIGN KEY (one, four) REFERENCES places (a, b) ON UPDATE SET DEFAULT ON DELETE CASCADE DEFERRABLE,
  CONSTRAINT visits_two_four_fkey FOREIGN KEY (two, four) REFERENCES places (a, b) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT visits_three_four_fkey FOREIGN KEY (three, four) REFERENCES places (a, b) ON UPDATE SET NULL
);

-- migrations/versions/a2.lua:15
ALTER TABLE visits
  ALTER COLUMN plain SET STORAGE plain,
  ALTER COLUMN extended SET STORAGE extended;

-- migrations/versions/a2.lua:15
CREATE UNIQUE INDEX visits_two_one_idx ON visits (two)
  INCLUDE (one)
  NULLS NOT DISTINCT
  WITH (fillfactor = 80)
  TABLESPACE golden_fast;

-- migrations/versions/a2.lua:28
ALTER TABLE visits
  ADD COLUMN five integer,
  ADD CONSTRAINT visits_five_fkey FOREIGN KEY (five) REFERENCES places (a) MATCH FULL ON UPDATE SET NULL ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

downgrade (derived)

-- migrations/versions/a2.lua:28, loses data
ALTER TABLE visits DROP COLUMN five;

-- migrations/versions/a2.lua:15, loses data
DROP TABLE visits;

-- migrations/versions/a2.lua:14, loses data
DROP TABLE later;

-- migrations/versions/a2.lua:4, loses data
DROP TABLE places;

revision  a3
parent    a2
message   alterations of tables and columns
created   2026-11-29T11:00:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE stored
  SET TABLESPACE pg_default,
  SET ACCESS METHOD heap,
  ENABLE ROW LEVEL SECURITY,
  FORCE ROW LEVEL SECURITY,
  REPLICA IDENTITY FULL;

-- migrations/versions/a3.lua:5
ALTER TABLE parted SET TABLESPACE pg_default;

-- migrations/versions/a3.lua:6
ALTER TABLE visits
  SET TABLESPACE golden_fast,
  SET ACCESS METHOD heap_too;

-- migrations/versions/a3.lua:7
ALTER TABLE places REPLICA IDENTITY NOTHING;

-- migrations/versions/a3.lua:8
ALTER TABLE visits
  ALTER COLUMN plain SET STORAGE extended,
  ALTER COLUMN plain SET COMPRESSION lz4;

-- migrations/versions/a3.lua:9
ALTER TABLE visits
  ALTER COLUMN extended SET STORAGE plain,
  ALTER COLUMN extended SET COMPRESSION pglz;

-- migrations/versions/a3.lua:10
ALTER TABLE visits
  ALTER COLUMN pressed SET STORAGE main,
  ALTER COLUMN pressed SET COMPRESSION lz4;

-- migrations/versions/a3.lua:11
ALTER TABLE IF EXISTS parted RENAME COLUMN b TO text;

-- migrations/versions/a3.lua:12
ALTER TABLE IF EXISTS ONLY nowhere RENAME COLUMN b TO text;

-- migrations/versions/a3.lua:13
ALTER TABLE IF EXISTS nowhere RENAME TO somewhere;

-- migrations/versions/a3.lua:14, loses data
ALTER TABLE IF EXISTS nowhere DROP COLUMN b;

-- migrations/versions/a3.lua:15, loses data
ALTER TABLE ONLY places DROP COLUMN c;

-- migrations/versions/a3.lua:16
ALTER TABLE ONLY places ADD COLUMN d integer;

downgrade (derived)

-- migrations/versions/a3.lua:16, loses data
ALTER TABLE places DROP COLUMN d;

-- migrations/versions/a3.lua:15
ALTER TABLE places ADD COLUMN c integer;

-- migrations/versions/a3.lua:15
ALTER TABLE places ADD CONSTRAINT places_c_check CHECK (c <> 3);

-- migrations/versions/a3.lua:15
COMMENT ON CONSTRAINT places_c_check ON places IS 'not three';

-- migrations/versions/a3.lua:15
ALTER TABLE places
  ADD CONSTRAINT places_c_b_excl EXCLUDE (c NULLS FIRST WITH =, b COLLATE "C" text_pattern_ops DESC NULLS LAST WITH =) WITH (fillfactor = 70) USING INDEX TABLESPACE golden_fast DEFERRABLE;

-- migrations/versions/a3.lua:11
ALTER TABLE parted RENAME COLUMN text TO b;

-- migrations/versions/a3.lua:10
ALTER TABLE visits
  ALTER COLUMN pressed SET STORAGE extended,
  ALTER COLUMN pressed SET COMPRESSION default;

-- migrations/versions/a3.lua:9
ALTER TABLE visits
  ALTER COLUMN extended SET STORAGE extended,
  ALTER COLUMN extended SET COMPRESSION lz4;

-- migrations/versions/a3.lua:8
ALTER TABLE visits
  ALTER COLUMN plain SET STORAGE plain,
  ALTER COLUMN plain SET COMPRESSION default;

-- migrations/versions/a3.lua:7
ALTER TABLE places REPLICA IDENTITY DEFAULT;

-- migrations/versions/a3.lua:6
ALTER TABLE visits
  SET TABLESPACE pg_default,
  SET ACCESS METHOD heap;

-- migrations/versions/a3.lua:5
ALTER TABLE parted SET TABLESPACE golden_fast;

-- migrations/versions/a3.lua:4
ALTER TABLE stored
  DISABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- migrations/versions/a3.lua:4
ALTER TABLE stored REPLICA IDENTITY DEFAULT;

-- migrations/versions/a3.lua:4
ALTER TABLE stored
  SET TABLESPACE golden_fast,
  SET ACCESS METHOD heap_too;

revision  a4
parent    a3
message   and back
created   2026-11-29T11:00:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE stored
  DISABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY,
  REPLICA IDENTITY DEFAULT;

-- migrations/versions/a4.lua:5
ALTER TABLE IF EXISTS ONLY stored SET (fillfactor = 40);

-- migrations/versions/a4.lua:7
ALTER TABLE visits
  ALTER COLUMN plain SET STORAGE external,
  ALTER COLUMN plain SET COMPRESSION default;

-- migrations/versions/a4.lua:8
ALTER TABLE ONLY places RENAME COLUMN d TO e;

downgrade (derived)

-- migrations/versions/a4.lua:8
ALTER TABLE places RENAME COLUMN e TO d;

-- migrations/versions/a4.lua:7
ALTER TABLE visits
  ALTER COLUMN plain SET STORAGE extended,
  ALTER COLUMN plain SET COMPRESSION lz4;

-- migrations/versions/a4.lua:5
ALTER TABLE stored SET (fillfactor = 90);

-- migrations/versions/a4.lua:4
ALTER TABLE stored
  ENABLE ROW LEVEL SECURITY,
  FORCE ROW LEVEL SECURITY;

-- migrations/versions/a4.lua:4
ALTER TABLE stored REPLICA IDENTITY FULL;

revision  a5
parent    a4
message   constraints of tables that are there
created   2026-11-29T11:00:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
CREATE TABLE t (
  a integer DEFAULT 1,
  b text DEFAULT '-',
  c integer
);

-- migrations/versions/a5.lua:5
ALTER TABLE IF EXISTS ONLY t
  ADD CONSTRAINT t_key PRIMARY KEY (a) INCLUDE (b) USING INDEX TABLESPACE golden_fast DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a5.lua:6
ALTER TABLE IF EXISTS ONLY t
  ADD CONSTRAINT t_a_b_key UNIQUE (a, b) WITH (fillfactor = 60) USING INDEX TABLESPACE golden_fast;

-- migrations/versions/a5.lua:6
COMMENT ON CONSTRAINT t_a_b_key ON t IS 'both';

-- migrations/versions/a5.lua:7
ALTER TABLE IF EXISTS ONLY t ADD CONSTRAINT t_c_check CHECK (c > 0);

-- migrations/versions/a5.lua:8
ALTER TABLE IF EXISTS ONLY t
  ADD CONSTRAINT t_once EXCLUDE (c WITH =) INCLUDE (b) WITH (fillfactor = 70) USING INDEX TABLESPACE golden_fast DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a5.lua:8
COMMENT ON CONSTRAINT t_once ON t IS 'once';

-- migrations/versions/a5.lua:12
ALTER TABLE t
  ADD CONSTRAINT t_expr_excl EXCLUDE ((a + 1) WITH =) WHERE (a > 0);

-- migrations/versions/a5.lua:13
ALTER TABLE IF EXISTS ONLY t
  ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES places (a) DEFERRABLE;

-- migrations/versions/a5.lua:14
ALTER TABLE t
  ADD CONSTRAINT strict FOREIGN KEY (a) REFERENCES places (a) ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a5.lua:15
ALTER TABLE t
  ADD CONSTRAINT defaults FOREIGN KEY (a, b) REFERENCES places (a, b) ON UPDATE SET DEFAULT ON DELETE SET DEFAULT (b);

-- migrations/versions/a5.lua:16
ALTER TABLE t
  ADD CONSTRAINT nulls FOREIGN KEY (c) REFERENCES places (a) ON UPDATE SET NULL ON DELETE CASCADE NOT VALID;

-- migrations/versions/a5.lua:17
ALTER TABLE IF EXISTS nowhere ADD PRIMARY KEY (a);

-- migrations/versions/a5.lua:18
ALTER TABLE IF EXISTS nowhere ADD CONSTRAINT one UNIQUE (a);

-- migrations/versions/a5.lua:19
ALTER TABLE IF EXISTS nowhere ADD EXCLUDE (a WITH =);

-- migrations/versions/a5.lua:20
ALTER TABLE IF EXISTS nowhere ADD CHECK (a > 0);

-- migrations/versions/a5.lua:21
ALTER TABLE IF EXISTS nowhere ADD FOREIGN KEY (a) REFERENCES places;

downgrade (derived)

-- migrations/versions/a5.lua:16
ALTER TABLE t DROP CONSTRAINT nulls;

-- migrations/versions/a5.lua:15
ALTER TABLE t DROP CONSTRAINT defaults;

-- migrations/versions/a5.lua:14
ALTER TABLE t DROP CONSTRAINT strict;

-- migrations/versions/a5.lua:13
ALTER TABLE t DROP CONSTRAINT t_a_fkey;

-- migrations/versions/a5.lua:12
ALTER TABLE t DROP CONSTRAINT t_expr_excl;

-- migrations/versions/a5.lua:8
ALTER TABLE t DROP CONSTRAINT t_once;

-- migrations/versions/a5.lua:7
ALTER TABLE t DROP CONSTRAINT t_c_check;

-- migrations/versions/a5.lua:6
ALTER TABLE t DROP CONSTRAINT t_a_b_key;

-- migrations/versions/a5.lua:5
ALTER TABLE t DROP CONSTRAINT t_key;

-- migrations/versions/a5.lua:5
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- migrations/versions/a5.lua:4, loses data
DROP TABLE t;

revision  a6
parent    a5
message   changes of constraints and indexes
created   2026-11-29T11:00:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
ALTER TABLE IF EXISTS ONLY t ALTER CONSTRAINT t_a_fkey DEFERRABLE;

-- migrations/versions/a6.lua:5
ALTER TABLE t ALTER CONSTRAINT strict DEFERRABLE;

-- migrations/versions/a6.lua:6
ALTER TABLE IF EXISTS ONLY t VALIDATE CONSTRAINT nulls;

-- migrations/versions/a6.lua:7
ALTER TABLE IF EXISTS ONLY t RENAME CONSTRAINT t_once TO "only once";

-- migrations/versions/a6.lua:8
ALTER TABLE IF EXISTS ONLY t DROP CONSTRAINT t_c_check;

-- migrations/versions/a6.lua:9
ALTER INDEX places_key SET TABLESPACE pg_default;

-- migrations/versions/a6.lua:10
ALTER INDEX places_a_b_key SET (fillfactor = 100), SET TABLESPACE pg_default;

-- migrations/versions/a6.lua:11
ALTER TABLE IF EXISTS ONLY places CLUSTER ON places_key;

-- migrations/versions/a6.lua:12
ALTER TABLE IF EXISTS nowhere CLUSTER ON places_key;

downgrade (derived)

-- migrations/versions/a6.lua:11
ALTER TABLE places SET WITHOUT CLUSTER;

-- migrations/versions/a6.lua:10
ALTER INDEX places_a_b_key SET (fillfactor = 60), SET TABLESPACE golden_fast;

-- migrations/versions/a6.lua:9
ALTER INDEX places_key SET TABLESPACE golden_fast;

-- migrations/versions/a6.lua:8
ALTER TABLE t ADD CONSTRAINT t_c_check CHECK (c > 0);

-- migrations/versions/a6.lua:7
ALTER TABLE t RENAME CONSTRAINT "only once" TO t_once;

-- migrations/versions/a6.lua:6
ALTER TABLE t DROP CONSTRAINT nulls;

-- migrations/versions/a6.lua:6
ALTER TABLE t
  ADD CONSTRAINT nulls FOREIGN KEY (c) REFERENCES places (a) ON UPDATE SET NULL ON DELETE CASCADE NOT VALID;

-- migrations/versions/a6.lua:5
ALTER TABLE t ALTER CONSTRAINT strict DEFERRABLE INITIALLY DEFERRED;

revision  a7
parent    a6
message   triggers and rules
created   2026-11-29T11:00:00Z
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:5
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a7.lua:6
CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a7.lua:7
CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;

-- migrations/versions/a7.lua:9
ALTER TABLE IF EXISTS ONLY t DISABLE TRIGGER touched;

-- migrations/versions/a7.lua:10
ALTER TABLE ONLY t DISABLE RULE quiet;

-- migrations/versions/a7.lua:11
CREATE UNLOGGED SEQUENCE short AS integer;

-- migrations/versions/a7.lua:12
CREATE SEQUENCE long AS bigint;

-- migrations/lib/more.sql:1, before PostgreSQL 99
CREATE VIEW seen AS SELECT a FROM t;

-- migrations/lib/newer.sql:1, since PostgreSQL 99
CREATE VIEW never AS SELECT ANY NEW THING;

downgrade (derived)

-- migrations/versions/a7.lua:13, before PostgreSQL 99
DROP VIEW IF EXISTS seen;

-- migrations/versions/a7.lua:12, loses data
DROP SEQUENCE long;

-- migrations/versions/a7.lua:11, loses data
DROP SEQUENCE short;

-- migrations/versions/a7.lua:10
ALTER TABLE t ENABLE RULE quiet;

-- migrations/versions/a7.lua:9
ALTER TABLE t ENABLE TRIGGER touched;

-- migrations/versions/a7.lua:7
DROP RULE quiet ON t;

-- migrations/versions/a7.lua:6
DROP TRIGGER touched ON t;

-- migrations/versions/a7.lua:5
DROP FUNCTION touch();

revision  a8
parent    a7
message   and again
created   2026-11-29T11:00:00Z
file      migrations/versions/a8.lua

upgrade

-- migrations/versions/a8.lua:4
ALTER TABLE ONLY t ENABLE ALWAYS TRIGGER touched;

-- migrations/versions/a8.lua:5
ALTER TABLE IF EXISTS ONLY t ENABLE REPLICA RULE quiet;

-- migrations/versions/a8.lua:6
ALTER SEQUENCE short AS bigint;

-- migrations/versions/a8.lua:6
ALTER SEQUENCE short SET LOGGED;

-- migrations/versions/a8.lua:7
ALTER SEQUENCE long NO MINVALUE NO MAXVALUE;

-- migrations/versions/a8.lua:7
ALTER SEQUENCE long SET UNLOGGED;

-- migrations/versions/a8.lua:8
CREATE SEQUENCE IF NOT EXISTS long;

-- migrations/versions/a8.lua:9
CREATE INDEX IF NOT EXISTS t_key ON t (a);

-- migrations/versions/a8.lua:10
CREATE TABLE numbered (
  id bigint GENERATED ALWAYS AS IDENTITY (NO MINVALUE NO MAXVALUE),
  name text,
  CONSTRAINT numbered_pkey PRIMARY KEY (id)
);

-- migrations/versions/a8.lua:11
INSERT INTO numbered (id, name) OVERRIDING USER VALUE VALUES
  (5, 'x');

-- migrations/versions/a8.lua:12
COPY numbered (name) FROM STDIN;
-- 2 rows, 8 bytes, of migrations/lib/names.csv

-- migrations/versions/a8.lua:13
CREATE EXTENSION hstore VERSION '1.7';

-- migrations/versions/a8.lua:14
CREATE TABLE split (
  a integer
)
PARTITION BY LIST (a);

-- migrations/versions/a8.lua:14
CREATE TABLE split_1 PARTITION OF split
FOR VALUES IN (1);

-- migrations/versions/a8.lua:17
DO $$ BEGIN
			ALTER TABLE split_1 ADD CONSTRAINT split_1_a_check CHECK (a IS NOT NULL AND a = 1);
			UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'split_1'::regclass;
		END $$;

-- migrations/versions/a8.lua:22
ALTER TABLE split DETACH PARTITION split_1 FINALIZE;

-- migrations/versions/a8.lua:23
ALTER SEQUENCE IF EXISTS long RENAME TO wide;

-- migrations/versions/a8.lua:24
ALTER SEQUENCE IF EXISTS nowhere RENAME TO somewhere;

-- migrations/versions/a8.lua:25
ALTER VIEW IF EXISTS seen RENAME TO viewed;

-- migrations/versions/a8.lua:26
ALTER VIEW IF EXISTS viewed RENAME COLUMN a TO b;

-- migrations/versions/a8.lua:27
ALTER MATERIALIZED VIEW IF EXISTS nowhere RENAME TO somewhere;

-- migrations/versions/a8.lua:28
CREATE SCHEMA app;

-- migrations/versions/a8.lua:29
ALTER SEQUENCE IF EXISTS wide SET SCHEMA app;

-- migrations/versions/a8.lua:30
ALTER SEQUENCE IF EXISTS nowhere SET SCHEMA app;

-- migrations/versions/a8.lua:31
ALTER VIEW IF EXISTS viewed SET SCHEMA app;

-- migrations/versions/a8.lua:32
ALTER SEQUENCE IF EXISTS app.wide OWNER TO golden_options;

-- migrations/versions/a8.lua:33
ALTER TABLE IF EXISTS nowhere OWNER TO golden_options;

downgrade (derived)

-- migrations/versions/a8.lua:32
ALTER SEQUENCE app.wide OWNER TO CURRENT_USER;

-- migrations/versions/a8.lua:31
ALTER VIEW app.viewed SET SCHEMA public;

-- migrations/versions/a8.lua:29
ALTER SEQUENCE app.wide SET SCHEMA public;

-- migrations/versions/a8.lua:28
DROP SCHEMA app;

-- migrations/versions/a8.lua:26
ALTER TABLE viewed RENAME COLUMN b TO a;

-- migrations/versions/a8.lua:25
ALTER VIEW viewed RENAME TO seen;

-- migrations/versions/a8.lua:23
ALTER SEQUENCE wide RENAME TO long;

-- migrations/versions/a8.lua:22
ALTER TABLE split ATTACH PARTITION split_1 FOR VALUES IN (1);

-- migrations/versions/a8.lua:14, loses data
DROP TABLE split;

-- migrations/versions/a8.lua:13
DROP EXTENSION hstore;

-- migrations/versions/a8.lua:10, loses data
DROP TABLE numbered;

-- migrations/versions/a8.lua:7
ALTER SEQUENCE long SET LOGGED;

-- migrations/versions/a8.lua:6
ALTER SEQUENCE short AS integer;

-- migrations/versions/a8.lua:6
ALTER SEQUENCE short SET UNLOGGED;

-- migrations/versions/a8.lua:5
ALTER TABLE t DISABLE RULE quiet;

-- migrations/versions/a8.lua:4
ALTER TABLE t DISABLE TRIGGER touched;

revision  a9 (head)
parent    a8
message   no way back
created   2026-11-29T11:00:00Z
file      migrations/versions/a9.lua

upgrade

-- migrations/versions/a9.lua:4
ALTER EXTENSION hstore UPDATE TO '1.8';

-- migrations/versions/a9.lua:5
ALTER TABLE numbered ALTER COLUMN id RESTART;

-- migrations/versions/a9.lua:6
ALTER TABLE numbered
  ALTER COLUMN id SET GENERATED BY DEFAULT SET NO MINVALUE SET NO MAXVALUE RESTART WITH 70;

downgrade: there is none
migrations/versions/a9.lua:4: alter_extension: an extension has no way back to an older version
migrations/versions/a9.lua:5: alter_column: where the sequence stood before restart is not known
migrations/versions/a9.lua:6: alter_column: where the sequence stood before restart is not known
