revision  fo1
parent    <base>
message   tables
created   2026-11-29T12:00:00Z
file      migrations/versions/fo1.lua

upgrade

-- migrations/versions/fo1.lua:5
CREATE SCHEMA app;

-- migrations/versions/fo1.lua:5
CREATE SCHEMA app2;

-- migrations/versions/fo1.lua:5
CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date);

-- migrations/versions/fo1.lua:5
CREATE TABLE app.u (a integer PRIMARY KEY, b text);

-- migrations/versions/fo1.lua:5
CREATE TABLE app2.w (a integer);

-- migrations/versions/fo1.lua:5
CREATE SEQUENCE q;

-- migrations/versions/fo1.lua:5
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';

-- migrations/versions/fo1.lua:5
CREATE PROCEDURE p() LANGUAGE sql AS '';

-- migrations/versions/fo1.lua:5
CREATE VIEW v AS SELECT a FROM t;

-- migrations/versions/fo1.lua:5
CREATE TYPE en AS ENUM ('a');

-- migrations/versions/fo1.lua:5
CREATE DOMAIN dm AS integer;

-- migrations/versions/fo1.lua:6
CREATE TABLE pt (k integer PRIMARY KEY, v text) PARTITION BY RANGE (k);

-- migrations/versions/fo1.lua:6
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (10);

downgrade (derived)

-- migrations/versions/fo1.lua:6, loses data
DROP TABLE pt1;

-- migrations/versions/fo1.lua:6, loses data
DROP TABLE pt;

-- migrations/versions/fo1.lua:5
DROP DOMAIN dm;

-- migrations/versions/fo1.lua:5
DROP TYPE en;

-- migrations/versions/fo1.lua:5
DROP VIEW v;

-- migrations/versions/fo1.lua:5
DROP PROCEDURE p();

-- migrations/versions/fo1.lua:5
DROP FUNCTION f(integer);

-- migrations/versions/fo1.lua:5, loses data
DROP SEQUENCE q;

-- migrations/versions/fo1.lua:5, loses data
DROP TABLE app2.w;

-- migrations/versions/fo1.lua:5, loses data
DROP TABLE app.u;

-- migrations/versions/fo1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/fo1.lua:5
DROP SCHEMA app2;

-- migrations/versions/fo1.lua:5
DROP SCHEMA app;

revision  fo2
parent    fo1
message   text search
created   2026-11-29T12:00:00Z
file      migrations/versions/fo2.lua

upgrade

-- migrations/versions/fo2.lua:5
CREATE TEXT SEARCH PARSER ps (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);

-- migrations/versions/fo2.lua:6
CREATE TEXT SEARCH TEMPLATE tp (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- migrations/versions/fo2.lua:7
CREATE TEXT SEARCH DICTIONARY di (TEMPLATE = tp, ACCEPT = false, STOPWORDS = english);

-- migrations/versions/fo2.lua:8
CREATE TEXT SEARCH DICTIONARY di2 (TEMPLATE = snowball, LANGUAGE = german);

-- migrations/versions/fo2.lua:9
CREATE TEXT SEARCH CONFIGURATION cf (PARSER = ps);

-- migrations/versions/fo2.lua:10
CREATE TEXT SEARCH CONFIGURATION cf2 (COPY = english);

-- migrations/versions/fo2.lua:11
ALTER TEXT SEARCH CONFIGURATION cf ADD MAPPING FOR asciiword, word WITH di, di2;

downgrade (derived)

-- migrations/versions/fo2.lua:11
ALTER TEXT SEARCH CONFIGURATION cf DROP MAPPING IF EXISTS FOR asciiword;

-- migrations/versions/fo2.lua:11
ALTER TEXT SEARCH CONFIGURATION cf DROP MAPPING IF EXISTS FOR word;

-- migrations/versions/fo2.lua:10
DROP TEXT SEARCH CONFIGURATION cf2;

-- migrations/versions/fo2.lua:9
DROP TEXT SEARCH CONFIGURATION cf;

-- migrations/versions/fo2.lua:8
DROP TEXT SEARCH DICTIONARY di2;

-- migrations/versions/fo2.lua:7
DROP TEXT SEARCH DICTIONARY di;

-- migrations/versions/fo2.lua:6
DROP TEXT SEARCH TEMPLATE tp;

-- migrations/versions/fo2.lua:5
DROP TEXT SEARCH PARSER ps;

revision  fo3
parent    fo2
message   it changes
created   2026-11-29T12:00:00Z
file      migrations/versions/fo3.lua

upgrade

-- migrations/versions/fo3.lua:5
ALTER TEXT SEARCH CONFIGURATION cf DROP MAPPING IF EXISTS FOR asciiword, email;

-- migrations/versions/fo3.lua:6
ALTER TEXT SEARCH DICTIONARY di (ACCEPT = true, STOPWORDS);

-- migrations/versions/fo3.lua:7
ALTER TEXT SEARCH DICTIONARY di2 (StopWords = german);

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH PARSER ps RENAME TO psb;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH TEMPLATE tp RENAME TO tpb;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH DICTIONARY di RENAME TO dib;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH CONFIGURATION cf RENAME TO cfb;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH PARSER psb SET SCHEMA app;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH TEMPLATE tpb SET SCHEMA app;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH DICTIONARY dib SET SCHEMA app;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH CONFIGURATION cfb SET SCHEMA app;

-- migrations/versions/fo3.lua:10
ALTER TEXT SEARCH DICTIONARY app.dib OWNER TO golden_forms_super;

-- migrations/versions/fo3.lua:10
ALTER TEXT SEARCH CONFIGURATION app.cfb OWNER TO golden_forms_super;

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH PARSER app.psb IS 'p';

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH TEMPLATE app.tpb IS 't';

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH DICTIONARY app.dib IS 'd';

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH CONFIGURATION app.cfb IS 'c';

downgrade (derived)

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH CONFIGURATION app.cfb IS NULL;

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH DICTIONARY app.dib IS NULL;

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH TEMPLATE app.tpb IS NULL;

-- migrations/versions/fo3.lua:11
COMMENT ON TEXT SEARCH PARSER app.psb IS NULL;

-- migrations/versions/fo3.lua:10
ALTER TEXT SEARCH CONFIGURATION app.cfb OWNER TO CURRENT_USER;

-- migrations/versions/fo3.lua:10
ALTER TEXT SEARCH DICTIONARY app.dib OWNER TO CURRENT_USER;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH CONFIGURATION app.cfb SET SCHEMA public;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH DICTIONARY app.dib SET SCHEMA public;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH CONFIGURATION cfb ALTER MAPPING FOR word WITH dib, di2;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH TEMPLATE app.tpb SET SCHEMA public;

-- migrations/versions/fo3.lua:9
ALTER TEXT SEARCH PARSER app.psb SET SCHEMA public;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH CONFIGURATION cfb RENAME TO cf;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH DICTIONARY dib RENAME TO di;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH CONFIGURATION cf ALTER MAPPING FOR word WITH di, di2;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH TEMPLATE tpb RENAME TO tp;

-- migrations/versions/fo3.lua:8
ALTER TEXT SEARCH PARSER psb RENAME TO ps;

-- migrations/versions/fo3.lua:7
ALTER TEXT SEARCH DICTIONARY di2 (stopwords);

-- migrations/versions/fo3.lua:6
ALTER TEXT SEARCH DICTIONARY di (accept = 'false');

-- migrations/versions/fo3.lua:6
ALTER TEXT SEARCH DICTIONARY di (stopwords = 'english');

-- migrations/versions/fo3.lua:5
ALTER TEXT SEARCH CONFIGURATION cf ADD MAPPING FOR asciiword WITH di, di2;

revision  fo4
parent    fo3
message   statistics
created   2026-11-29T12:00:00Z
file      migrations/versions/fo4.lua

upgrade

-- migrations/versions/fo4.lua:5
CREATE STATISTICS s1 ON a, b FROM t;

-- migrations/versions/fo4.lua:6
CREATE STATISTICS IF NOT EXISTS app.s2 (ndistinct, dependencies, mcv) ON a, b, (c + 1), lower(b) FROM t;

-- migrations/versions/fo4.lua:7
CREATE STATISTICS s4 ON (a + c) FROM t;

-- migrations/versions/fo4.lua:8
CREATE STATISTICS s3 (mcv) ON c, d FROM t;

-- migrations/versions/fo4.lua:9
ALTER STATISTICS s1 SET STATISTICS 100;

-- migrations/versions/fo4.lua:10
ALTER STATISTICS IF EXISTS nosuch SET STATISTICS 5;

-- migrations/versions/fo4.lua:10
ALTER STATISTICS s1 SET STATISTICS -1;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS s1 RENAME TO s1b;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS s1b SET SCHEMA app;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS app.s1b OWNER TO golden_forms_super;

-- migrations/versions/fo4.lua:11
COMMENT ON STATISTICS app.s1b IS 's';

-- migrations/versions/fo4.lua:12
DROP STATISTICS IF EXISTS app.s1b, nosuch;

downgrade (derived)

-- migrations/versions/fo4.lua:12
CREATE STATISTICS app.s1b ON a, b FROM t;

-- migrations/versions/fo4.lua:12
ALTER STATISTICS app.s1b OWNER TO golden_forms_super;

-- migrations/versions/fo4.lua:12
COMMENT ON STATISTICS app.s1b IS 's';

-- migrations/versions/fo4.lua:11
COMMENT ON STATISTICS app.s1b IS NULL;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS app.s1b OWNER TO CURRENT_USER;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS app.s1b SET SCHEMA public;

-- migrations/versions/fo4.lua:11
ALTER STATISTICS s1b RENAME TO s1;

-- migrations/versions/fo4.lua:10
ALTER STATISTICS s1 SET STATISTICS 100;

-- migrations/versions/fo4.lua:9
ALTER STATISTICS s1 SET STATISTICS -1;

-- migrations/versions/fo4.lua:8
DROP STATISTICS s3;

-- migrations/versions/fo4.lua:7
DROP STATISTICS s4;

-- migrations/versions/fo4.lua:6
DROP STATISTICS app.s2;

-- migrations/versions/fo4.lua:5
DROP STATISTICS s1;

revision  fo5
parent    fo4
message   publications
created   2026-11-29T12:00:00Z
file      migrations/versions/fo5.lua

upgrade

-- migrations/versions/fo5.lua:5
CREATE PUBLICATION pub1 FOR ALL TABLES WITH (publish = 'insert, update', publish_via_partition_root = true);

-- migrations/versions/fo5.lua:6
CREATE PUBLICATION pub2 FOR TABLE ONLY t WHERE (a > 5), TABLE app.u *, TABLES IN SCHEMA app2, CURRENT_SCHEMA;

-- migrations/versions/fo5.lua:7
CREATE PUBLICATION pub3;

-- migrations/versions/fo5.lua:8
CREATE PUBLICATION pub4 FOR TABLES IN SCHEMA app;

-- migrations/versions/fo5.lua:9
CREATE PUBLICATION pub5 FOR TABLE t, app.u WITH (publish = '');

downgrade (derived)

-- migrations/versions/fo5.lua:9
DROP PUBLICATION pub5;

-- migrations/versions/fo5.lua:8
DROP PUBLICATION pub4;

-- migrations/versions/fo5.lua:7
DROP PUBLICATION pub3;

-- migrations/versions/fo5.lua:6
DROP PUBLICATION pub2;

-- migrations/versions/fo5.lua:5
DROP PUBLICATION pub1;

revision  fo6
parent    fo5
message   they change
created   2026-11-29T12:00:00Z
file      migrations/versions/fo6.lua

upgrade

-- migrations/versions/fo6.lua:5
ALTER PUBLICATION pub2 DROP TABLES IN SCHEMA app2, CURRENT_SCHEMA;

-- migrations/versions/fo6.lua:6
ALTER PUBLICATION pub2 ADD TABLE app2.w, TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:7
ALTER PUBLICATION pub2 DROP TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 SET TABLE t (a) WHERE (a < 3), pt;

-- migrations/versions/fo6.lua:9
ALTER PUBLICATION pub2 DROP TABLE pt;

-- migrations/versions/fo6.lua:10
ALTER PUBLICATION pub3 SET TABLES IN SCHEMA app, app2;

-- migrations/versions/fo6.lua:11
ALTER PUBLICATION pub3 SET (publish = 'delete', publish_via_partition_root);

-- migrations/versions/fo6.lua:12
ALTER PUBLICATION pub1 SET (publish = 'truncate');

-- migrations/versions/fo6.lua:13
ALTER PUBLICATION pub1 OWNER TO golden_forms_super;

-- migrations/versions/fo6.lua:13
ALTER PUBLICATION pub1 RENAME TO pub1b;

-- migrations/versions/fo6.lua:13
COMMENT ON PUBLICATION pub1b IS 'p';

-- migrations/versions/fo6.lua:14
DROP PUBLICATION IF EXISTS pub5, nosuch CASCADE;

-- migrations/versions/fo6.lua:14
DROP PUBLICATION pub4 RESTRICT;

downgrade (derived)

-- migrations/versions/fo6.lua:14
CREATE PUBLICATION pub4 FOR TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:14
CREATE PUBLICATION pub5 FOR TABLE ONLY t, TABLE ONLY app.u WITH (publish = '');

-- migrations/versions/fo6.lua:13
COMMENT ON PUBLICATION pub1b IS NULL;

-- migrations/versions/fo6.lua:13
ALTER PUBLICATION pub1b RENAME TO pub1;

-- migrations/versions/fo6.lua:13
ALTER PUBLICATION pub1 OWNER TO CURRENT_USER;

-- migrations/versions/fo6.lua:12
ALTER PUBLICATION pub1 SET (publish = 'insert, update');

-- migrations/versions/fo6.lua:11
ALTER PUBLICATION pub3 SET (publish_via_partition_root = false);

-- migrations/versions/fo6.lua:11
ALTER PUBLICATION pub3 SET (publish = 'insert, update, delete, truncate');

-- migrations/versions/fo6.lua:10
ALTER PUBLICATION pub3 DROP TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:10
ALTER PUBLICATION pub3 DROP TABLES IN SCHEMA app2;

-- migrations/versions/fo6.lua:9
ALTER PUBLICATION pub2 ADD TABLE ONLY pt;

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 DROP TABLE ONLY t;

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 DROP TABLE ONLY pt;

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 ADD TABLE ONLY t WHERE (a > 5);

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 ADD TABLE ONLY app.u;

-- migrations/versions/fo6.lua:8
ALTER PUBLICATION pub2 ADD TABLE ONLY app2.w;

-- migrations/versions/fo6.lua:7
ALTER PUBLICATION pub2 ADD TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:6
ALTER PUBLICATION pub2 DROP TABLE ONLY app2.w;

-- migrations/versions/fo6.lua:6
ALTER PUBLICATION pub2 DROP TABLES IN SCHEMA app;

-- migrations/versions/fo6.lua:5
ALTER PUBLICATION pub2 ADD TABLES IN SCHEMA app2;

-- migrations/versions/fo6.lua:5
ALTER PUBLICATION pub2 ADD TABLES IN SCHEMA public;

revision  fo7
parent    fo6
message   subscriptions
created   2026-11-29T12:00:00Z
file      migrations/versions/fo7.lua

upgrade

-- migrations/versions/fo7.lua:5
CREATE SUBSCRIPTION sub1 CONNECTION 'host=nowhere' PUBLICATION x, y WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false, binary = true, streaming = true, synchronous_commit = 'off', two_phase = false, disable_on_error = true, copy_data = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 CONNECTION 'host=elsewhere';

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 SET PUBLICATION z WITH (refresh = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 ADD PUBLICATION w WITH (refresh = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 DROP PUBLICATION z WITH (refresh = false);

-- migrations/versions/fo7.lua:7
ALTER SUBSCRIPTION sub1 SET (binary = false, streaming = false, synchronous_commit = 'on', disable_on_error = false, slot_name = NONE);

-- migrations/versions/fo7.lua:8
ALTER SUBSCRIPTION sub1 RENAME TO sub1b;

-- migrations/versions/fo7.lua:8
ALTER SUBSCRIPTION sub1b OWNER TO golden_forms_super;

-- migrations/versions/fo7.lua:8
COMMENT ON SUBSCRIPTION sub1b IS 's';

-- migrations/versions/fo7.lua:9
ALTER SUBSCRIPTION sub1b DISABLE;

downgrade (derived)

-- migrations/versions/fo7.lua:8
COMMENT ON SUBSCRIPTION sub1b IS NULL;

-- migrations/versions/fo7.lua:8
ALTER SUBSCRIPTION sub1b OWNER TO CURRENT_USER;

-- migrations/versions/fo7.lua:8
ALTER SUBSCRIPTION sub1b RENAME TO sub1;

-- migrations/versions/fo7.lua:7
ALTER SUBSCRIPTION sub1 SET (binary = true);

-- migrations/versions/fo7.lua:7
ALTER SUBSCRIPTION sub1 SET (streaming = true);

-- migrations/versions/fo7.lua:7
ALTER SUBSCRIPTION sub1 SET (synchronous_commit = 'off');

-- migrations/versions/fo7.lua:7
ALTER SUBSCRIPTION sub1 SET (disable_on_error = true);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 SET PUBLICATION z, w WITH (refresh = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 SET PUBLICATION z WITH (refresh = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 SET PUBLICATION x, y WITH (refresh = false);

-- migrations/versions/fo7.lua:6
ALTER SUBSCRIPTION sub1 CONNECTION 'host=nowhere';

-- migrations/versions/fo7.lua:5
DROP SUBSCRIPTION sub1;

revision  fo8
parent    fo7
message   foreign data
created   2026-11-29T12:00:00Z
file      migrations/versions/fo8.lua

upgrade

-- migrations/versions/fo8.lua:5
CREATE FOREIGN DATA WRAPPER w NO HANDLER NO VALIDATOR OPTIONS (debug 'true', x '1');

-- migrations/versions/fo8.lua:6
CREATE SERVER IF NOT EXISTS srv TYPE 'ty' VERSION '1.0' FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '5');

-- migrations/versions/fo8.lua:7
CREATE USER MAPPING IF NOT EXISTS FOR golden_forms_a SERVER srv OPTIONS (user 'u', password 'p');

-- migrations/versions/fo8.lua:8
CREATE USER MAPPING FOR PUBLIC SERVER srv;

-- migrations/versions/fo8.lua:8
CREATE USER MAPPING FOR CURRENT_USER SERVER srv OPTIONS (user 'c');

-- migrations/versions/fo8.lua:9
CREATE FOREIGN TABLE ft (a integer OPTIONS (column_name 'x') NOT NULL, b text COLLATE "C" DEFAULT 'z' CHECK (b <> ''), g integer GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT cc CHECK (a > 0) NO INHERIT) SERVER srv OPTIONS (schema_name 's', table_name 't');

-- migrations/versions/fo8.lua:10
CREATE FOREIGN TABLE IF NOT EXISTS fi (z integer) INHERITS (app2.w) SERVER srv;

-- migrations/versions/fo8.lua:11
CREATE TABLE fpt (k integer, v text) PARTITION BY RANGE (k);

-- migrations/versions/fo8.lua:11
CREATE FOREIGN TABLE fp PARTITION OF fpt (v WITH OPTIONS NOT NULL DEFAULT 'x') FOR VALUES FROM (100) TO (200) SERVER srv OPTIONS (x 'y');

downgrade (derived)

-- migrations/versions/fo8.lua:11
DROP FOREIGN TABLE fp;

-- migrations/versions/fo8.lua:11, loses data
DROP TABLE fpt;

-- migrations/versions/fo8.lua:10
DROP FOREIGN TABLE fi;

-- migrations/versions/fo8.lua:9
DROP FOREIGN TABLE ft;

-- migrations/versions/fo8.lua:8
DROP USER MAPPING FOR CURRENT_USER SERVER srv;

-- migrations/versions/fo8.lua:8
DROP USER MAPPING FOR PUBLIC SERVER srv;

-- migrations/versions/fo8.lua:7
DROP USER MAPPING FOR golden_forms_a SERVER srv;

-- migrations/versions/fo8.lua:6
DROP SERVER srv;

-- migrations/versions/fo8.lua:5
DROP FOREIGN DATA WRAPPER w;

revision  fo9
parent    fo8
message   foreign tables change
created   2026-11-29T12:00:00Z
file      migrations/versions/fo9.lua

upgrade

-- migrations/versions/fo9.lua:5
ALTER FOREIGN TABLE ft OPTIONS (ADD more '1', SET table_name 't2', DROP schema_name);

-- migrations/versions/fo9.lua:6
ALTER FOREIGN TABLE ft ALTER COLUMN a OPTIONS (ADD extra 'e', SET column_name 'y'), ADD COLUMN c date OPTIONS (k 'v'), ALTER b TYPE varchar(10), ALTER b SET STATISTICS 5, ALTER b SET STORAGE MAIN, ALTER a SET (n_distinct = 3), ALTER a DROP NOT NULL, ALTER b DROP DEFAULT;

-- migrations/versions/fo9.lua:7
ALTER FOREIGN TABLE ft ALTER COLUMN a OPTIONS (DROP extra), ADD CHECK (c > '2000-01-01') NOT VALID, DROP CONSTRAINT cc, DROP COLUMN g;

-- migrations/versions/fo9.lua:8
ALTER FOREIGN TABLE ft VALIDATE CONSTRAINT ft_c_check, INHERIT app2.w;

-- migrations/versions/fo9.lua:9
ALTER FOREIGN TABLE ft NO INHERIT app2.w, DISABLE TRIGGER ALL, ENABLE TRIGGER USER;

-- migrations/versions/fo9.lua:10
ALTER FOREIGN TABLE ft RENAME COLUMN c TO cc;

-- migrations/versions/fo9.lua:10
ALTER FOREIGN TABLE ft RENAME TO ftb;

-- migrations/versions/fo9.lua:10
ALTER FOREIGN TABLE IF EXISTS ftb SET SCHEMA app;

-- migrations/versions/fo9.lua:10
ALTER FOREIGN TABLE app.ftb OWNER TO golden_forms_super;

-- migrations/versions/fo9.lua:11
DROP FOREIGN TABLE IF EXISTS app.ftb, nosuch CASCADE;

-- migrations/versions/fo9.lua:11
DROP FOREIGN TABLE fp;

downgrade (derived)

-- migrations/versions/fo9.lua:11
CREATE FOREIGN TABLE fp PARTITION OF fpt
FOR VALUES FROM (100) TO (200)
SERVER srv OPTIONS (x 'y');

-- migrations/versions/fo9.lua:11
CREATE FOREIGN TABLE app.ftb (
  a integer OPTIONS (column_name 'y'),
  b character varying(10),
  cc date OPTIONS (k 'v'),
  CONSTRAINT ft_b_check CHECK (b <> ''),
  CONSTRAINT ft_c_check CHECK (cc > '2000-01-01')
)
SERVER srv OPTIONS (table_name 't2', more '1');

-- migrations/versions/fo9.lua:11
ALTER TABLE app.ftb
  ALTER COLUMN a SET (n_distinct = 3),
  ALTER COLUMN b SET STORAGE main,
  ALTER COLUMN b SET STATISTICS 5;

-- migrations/versions/fo9.lua:11
ALTER TABLE app.ftb OWNER TO golden_forms_super;

-- migrations/versions/fo9.lua:10
ALTER TABLE app.ftb OWNER TO CURRENT_USER;

-- migrations/versions/fo9.lua:10
ALTER TABLE app.ftb SET SCHEMA public;

-- migrations/versions/fo9.lua:10
ALTER TABLE ftb RENAME TO ft;

-- migrations/versions/fo9.lua:10
ALTER TABLE ft RENAME COLUMN cc TO c;

-- migrations/versions/fo9.lua:9
ALTER TABLE ft INHERIT app2.w;

-- migrations/versions/fo9.lua:8
ALTER TABLE ft NO INHERIT app2.w;

-- migrations/versions/fo9.lua:8
ALTER TABLE ft DROP CONSTRAINT ft_c_check;

-- migrations/versions/fo9.lua:8
ALTER TABLE ft ADD CONSTRAINT ft_c_check CHECK (c > '2000-01-01') NOT VALID;

-- migrations/versions/fo9.lua:7
ALTER TABLE ft DROP CONSTRAINT ft_c_check;

-- migrations/versions/fo9.lua:7
ALTER TABLE ft ADD COLUMN g integer GENERATED ALWAYS AS (a * 2) STORED;

-- migrations/versions/fo9.lua:7
ALTER FOREIGN TABLE ft ALTER COLUMN a OPTIONS (ADD extra 'e');

-- migrations/versions/fo9.lua:7
ALTER TABLE ft ADD CONSTRAINT cc CHECK (a > 0) NO INHERIT;

-- migrations/versions/fo9.lua:6, loses data
ALTER TABLE ft DROP COLUMN c;

-- migrations/versions/fo9.lua:6
ALTER TABLE ft
  ALTER COLUMN a SET NOT NULL,
  ALTER COLUMN a RESET (n_distinct);

-- migrations/versions/fo9.lua:6
ALTER TABLE ft
  ALTER COLUMN b TYPE text COLLATE "C",
  ALTER COLUMN b SET DEFAULT 'z',
  ALTER COLUMN b SET STATISTICS -1;

-- migrations/versions/fo9.lua:6
ALTER FOREIGN TABLE ft ALTER COLUMN a OPTIONS (DROP extra, SET column_name 'x');

-- migrations/versions/fo9.lua:5
ALTER FOREIGN TABLE ft OPTIONS (DROP more, ADD schema_name 's', SET table_name 't');

-- migrations/versions/fo9.lua:1
ALTER TABLE fp
  ALTER COLUMN v SET DEFAULT 'x',
  ALTER COLUMN v SET NOT NULL;

revision  fo10
parent    fo9
message   servers change
created   2026-11-29T12:00:00Z
file      migrations/versions/fo10.lua

upgrade

-- migrations/versions/fo10.lua:5
ALTER SERVER srv VERSION '2.0' OPTIONS (SET host 'h2', DROP port, ADD db 'd');

-- migrations/versions/fo10.lua:6
ALTER SERVER srv OPTIONS (user 'k');

-- migrations/versions/fo10.lua:7
ALTER SERVER srv RENAME TO srvb;

-- migrations/versions/fo10.lua:7
ALTER SERVER srvb OWNER TO golden_forms_super;

-- migrations/versions/fo10.lua:7
COMMENT ON SERVER srvb IS 'srv';

-- migrations/versions/fo10.lua:8
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (SET user 'u2', DROP password, ADD z '1');

-- migrations/versions/fo10.lua:9
DROP USER MAPPING IF EXISTS FOR PUBLIC SERVER srvb;

-- migrations/versions/fo10.lua:9
DROP USER MAPPING FOR CURRENT_USER SERVER srvb;

-- migrations/versions/fo10.lua:10
ALTER FOREIGN DATA WRAPPER w OPTIONS (SET debug 'false', DROP x, ADD y '2');

-- migrations/versions/fo10.lua:11
ALTER FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;

-- migrations/versions/fo10.lua:12
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR;

-- migrations/versions/fo10.lua:13
ALTER FOREIGN DATA WRAPPER w RENAME TO wb;

-- migrations/versions/fo10.lua:13
ALTER FOREIGN DATA WRAPPER wb OWNER TO golden_forms_super;

-- migrations/versions/fo10.lua:13
COMMENT ON FOREIGN DATA WRAPPER wb IS 'w';

-- migrations/versions/fo10.lua:14
GRANT USAGE ON FOREIGN DATA WRAPPER wb TO golden_forms_a;

-- migrations/versions/fo10.lua:14
GRANT USAGE ON FOREIGN SERVER srvb TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo10.lua:15
DROP SERVER IF EXISTS srvb CASCADE;

-- migrations/versions/fo10.lua:16
DROP FOREIGN DATA WRAPPER IF EXISTS wb CASCADE;

downgrade (derived)

-- migrations/versions/fo10.lua:16
CREATE FOREIGN DATA WRAPPER wb NO HANDLER NO VALIDATOR OPTIONS (debug 'true', x '1');

-- migrations/versions/fo10.lua:16
ALTER FOREIGN DATA WRAPPER wb OPTIONS (SET debug 'false');

-- migrations/versions/fo10.lua:16
ALTER FOREIGN DATA WRAPPER wb OPTIONS (DROP x);

-- migrations/versions/fo10.lua:16
ALTER FOREIGN DATA WRAPPER wb OPTIONS (ADD y '2');

-- migrations/versions/fo10.lua:16
ALTER FOREIGN DATA WRAPPER wb OWNER TO golden_forms_super;

-- migrations/versions/fo10.lua:16
GRANT USAGE ON FOREIGN DATA WRAPPER wb TO golden_forms_a;

-- migrations/versions/fo10.lua:16
COMMENT ON FOREIGN DATA WRAPPER wb IS 'w';

-- migrations/versions/fo10.lua:15
CREATE SERVER srvb TYPE 'ty' VERSION '1.0' FOREIGN DATA WRAPPER wb OPTIONS (host 'h', port '5');

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb VERSION '2.0';

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb OPTIONS (SET host 'h2');

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb OPTIONS (DROP port);

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb OPTIONS (ADD db 'd');

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb OPTIONS (ADD "user" 'k');

-- migrations/versions/fo10.lua:15
CREATE USER MAPPING IF NOT EXISTS FOR golden_forms_a SERVER srvb OPTIONS (user 'u', password 'p');

-- migrations/versions/fo10.lua:15
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (SET "user" 'u2');

-- migrations/versions/fo10.lua:15
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (DROP password);

-- migrations/versions/fo10.lua:15
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (ADD z '1');

-- migrations/versions/fo10.lua:15
CREATE FOREIGN TABLE fi (
  z integer
)
INHERITS (app2.w)
SERVER srvb;

-- migrations/versions/fo10.lua:15
ALTER SERVER srvb OWNER TO golden_forms_super;

-- migrations/versions/fo10.lua:15
GRANT USAGE ON FOREIGN SERVER srvb TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo10.lua:15
COMMENT ON SERVER srvb IS 'srv';

-- migrations/versions/fo10.lua:14
REVOKE USAGE ON FOREIGN SERVER srvb FROM golden_forms_a;

-- migrations/versions/fo10.lua:14
REVOKE USAGE ON FOREIGN DATA WRAPPER wb FROM golden_forms_a;

-- migrations/versions/fo10.lua:13
COMMENT ON FOREIGN DATA WRAPPER wb IS NULL;

-- migrations/versions/fo10.lua:13
ALTER FOREIGN DATA WRAPPER wb OWNER TO CURRENT_USER;

-- migrations/versions/fo10.lua:13
ALTER FOREIGN DATA WRAPPER wb RENAME TO w;

-- migrations/versions/fo10.lua:12
ALTER FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;

-- migrations/versions/fo10.lua:11
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR;

-- migrations/versions/fo10.lua:10
ALTER FOREIGN DATA WRAPPER w OPTIONS (SET debug 'true');

-- migrations/versions/fo10.lua:10
ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD x '1');

-- migrations/versions/fo10.lua:10
ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP y);

-- migrations/versions/fo10.lua:9
CREATE USER MAPPING FOR CURRENT_USER SERVER srvb OPTIONS (user 'c');

-- migrations/versions/fo10.lua:9
CREATE USER MAPPING FOR PUBLIC SERVER srvb;

-- migrations/versions/fo10.lua:8
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (SET "user" 'u');

-- migrations/versions/fo10.lua:8
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (ADD password 'p');

-- migrations/versions/fo10.lua:8
ALTER USER MAPPING FOR golden_forms_a SERVER srvb OPTIONS (DROP z);

-- migrations/versions/fo10.lua:7
COMMENT ON SERVER srvb IS NULL;

-- migrations/versions/fo10.lua:7
ALTER SERVER srvb OWNER TO CURRENT_USER;

-- migrations/versions/fo10.lua:7
ALTER SERVER srvb RENAME TO srv;

-- migrations/versions/fo10.lua:6
ALTER SERVER srv OPTIONS (DROP "user");

-- migrations/versions/fo10.lua:5
ALTER SERVER srv VERSION '1.0';

-- migrations/versions/fo10.lua:5
ALTER SERVER srv OPTIONS (SET host 'h');

-- migrations/versions/fo10.lua:5
ALTER SERVER srv OPTIONS (ADD port '5');

-- migrations/versions/fo10.lua:5
ALTER SERVER srv OPTIONS (DROP db);

revision  fo11
parent    fo10
message   privileges
created   2026-11-29T12:00:00Z
file      migrations/versions/fo11.lua

upgrade

-- migrations/versions/fo11.lua:5
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE t, app.u TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo11.lua:6
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA app, app2 TO golden_forms_b, PUBLIC;

-- migrations/versions/fo11.lua:7
GRANT SELECT (a, b), UPDATE (b), INSERT (a), REFERENCES (a) ON t TO golden_forms_b;

-- migrations/versions/fo11.lua:8
GRANT USAGE, SELECT, UPDATE ON SEQUENCE q TO golden_forms_a;

-- migrations/versions/fo11.lua:8
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO golden_forms_b;

-- migrations/versions/fo11.lua:9
GRANT EXECUTE ON FUNCTION f(integer) TO golden_forms_a;

-- migrations/versions/fo11.lua:9
GRANT ALL ON PROCEDURE p TO golden_forms_b;

-- migrations/versions/fo11.lua:9
GRANT EXECUTE ON ROUTINE f TO golden_forms_b;

-- migrations/versions/fo11.lua:9
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO golden_forms_a;

-- migrations/versions/fo11.lua:9
GRANT ALL ON ALL PROCEDURES IN SCHEMA public TO golden_forms_a;

-- migrations/versions/fo11.lua:9
GRANT ALL ON ALL ROUTINES IN SCHEMA app TO golden_forms_a;

-- migrations/versions/fo11.lua:10
GRANT SELECT ON v TO golden_forms_a GRANTED BY CURRENT_USER;

-- migrations/versions/fo11.lua:11
GRANT golden_forms_a TO golden_forms_b WITH ADMIN OPTION;

-- migrations/versions/fo11.lua:12
REVOKE GRANT OPTION FOR SELECT ON t FROM golden_forms_a CASCADE;

-- migrations/versions/fo11.lua:13
REVOKE ALL PRIVILEGES ON t FROM golden_forms_a RESTRICT;

-- migrations/versions/fo11.lua:13
REVOKE SELECT (a) ON t FROM golden_forms_b;

-- migrations/versions/fo11.lua:14
REVOKE ADMIN OPTION FOR golden_forms_a FROM golden_forms_b;

-- migrations/versions/fo11.lua:14
REVOKE golden_forms_a FROM golden_forms_b;

downgrade (derived)

-- migrations/versions/fo11.lua:14
GRANT golden_forms_a TO golden_forms_b;

-- migrations/versions/fo11.lua:14
GRANT golden_forms_a TO golden_forms_b WITH ADMIN OPTION;

-- migrations/versions/fo11.lua:13
GRANT SELECT (a) ON TABLE t TO golden_forms_b;

-- migrations/versions/fo11.lua:13
GRANT INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE t TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo11.lua:13
GRANT SELECT ON TABLE t TO golden_forms_a;

-- migrations/versions/fo11.lua:12
GRANT SELECT ON TABLE t TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo11.lua:11
REVOKE golden_forms_a FROM golden_forms_b;

-- migrations/versions/fo11.lua:10
REVOKE SELECT ON TABLE v FROM golden_forms_a;

-- migrations/versions/fo11.lua:9
REVOKE EXECUTE ON PROCEDURE p() FROM golden_forms_a;

-- migrations/versions/fo11.lua:9
REVOKE EXECUTE ON FUNCTION f(integer) FROM golden_forms_b;

-- migrations/versions/fo11.lua:9
REVOKE EXECUTE ON PROCEDURE p() FROM golden_forms_b;

-- migrations/versions/fo11.lua:9
REVOKE EXECUTE ON FUNCTION f(integer) FROM golden_forms_a;

-- migrations/versions/fo11.lua:8
REVOKE USAGE ON SEQUENCE q FROM golden_forms_b;

-- migrations/versions/fo11.lua:8
REVOKE ALL ON SEQUENCE q FROM golden_forms_a;

-- migrations/versions/fo11.lua:7
REVOKE INSERT (a), SELECT (a, b), UPDATE (b), REFERENCES (a) ON TABLE t FROM golden_forms_b;

-- migrations/versions/fo11.lua:6
REVOKE ALL ON TABLE app2.w FROM golden_forms_b;

-- migrations/versions/fo11.lua:6
REVOKE ALL ON TABLE app2.w FROM PUBLIC;

-- migrations/versions/fo11.lua:6
REVOKE ALL ON TABLE app.u FROM golden_forms_b;

-- migrations/versions/fo11.lua:6
REVOKE ALL ON TABLE app.u FROM PUBLIC;

-- migrations/versions/fo11.lua:5
REVOKE ALL ON TABLE app.u FROM golden_forms_a;

-- migrations/versions/fo11.lua:5
REVOKE ALL ON TABLE t FROM golden_forms_a;

revision  fo12
parent    fo11
message   default privileges
created   2026-11-29T12:00:00Z
file      migrations/versions/fo12.lua

upgrade

-- migrations/versions/fo12.lua:5
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;

-- migrations/versions/fo12.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE golden_forms_super IN SCHEMA app GRANT ALL ON SEQUENCES TO golden_forms_a WITH GRANT OPTION;

-- migrations/versions/fo12.lua:7
ALTER DEFAULT PRIVILEGES FOR USER golden_forms_super, CURRENT_USER GRANT EXECUTE ON ROUTINES TO golden_forms_a;

-- migrations/versions/fo12.lua:7
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- migrations/versions/fo12.lua:8
ALTER DEFAULT PRIVILEGES IN SCHEMA app, app2 GRANT USAGE ON TYPES TO golden_forms_a;

-- migrations/versions/fo12.lua:9
ALTER DEFAULT PRIVILEGES GRANT CREATE, USAGE ON SCHEMAS TO golden_forms_a;

-- migrations/versions/fo12.lua:10
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE GRANT OPTION FOR USAGE ON TYPES FROM golden_forms_a CASCADE;

-- migrations/versions/fo12.lua:10
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC RESTRICT;

downgrade (derived)

-- migrations/versions/fo12.lua:10
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;

-- migrations/versions/fo12.lua:9
ALTER DEFAULT PRIVILEGES REVOKE ALL ON SCHEMAS FROM golden_forms_a;

-- migrations/versions/fo12.lua:8
ALTER DEFAULT PRIVILEGES IN SCHEMA app2 REVOKE USAGE ON TYPES FROM golden_forms_a;

-- migrations/versions/fo12.lua:8
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE USAGE ON TYPES FROM golden_forms_a;

-- migrations/versions/fo12.lua:7
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- migrations/versions/fo12.lua:7
ALTER DEFAULT PRIVILEGES FOR ROLE golden_forms_super REVOKE EXECUTE ON FUNCTIONS FROM golden_forms_a;

-- migrations/versions/fo12.lua:7
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM golden_forms_a;

-- migrations/versions/fo12.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE golden_forms_super IN SCHEMA app REVOKE ALL ON SEQUENCES FROM golden_forms_a;

-- migrations/versions/fo12.lua:5
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC;

revision  fo13
parent    fo12
message   the rest
created   2026-11-29T12:00:00Z
file      migrations/versions/fo13.lua

upgrade

-- migrations/versions/fo13.lua:5
CREATE CONVERSION cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- migrations/versions/fo13.lua:6
CREATE DEFAULT CONVERSION app2.cv2 FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION cv RENAME TO cvb;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION cvb SET SCHEMA app;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION app.cvb OWNER TO golden_forms_super;

-- migrations/versions/fo13.lua:7
COMMENT ON CONVERSION app.cvb IS 'c';

-- migrations/versions/fo13.lua:8
DROP CONVERSION IF EXISTS app.cvb;

-- migrations/versions/fo13.lua:9
CREATE OR REPLACE TRUSTED LANGUAGE lang1 HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- migrations/versions/fo13.lua:10
CREATE PROCEDURAL LANGUAGE lang2 HANDLER plpgsql_call_handler;

-- migrations/versions/fo13.lua:11
ALTER LANGUAGE lang1 RENAME TO lang1b;

-- migrations/versions/fo13.lua:11
ALTER PROCEDURAL LANGUAGE lang1b OWNER TO golden_forms_super;

-- migrations/versions/fo13.lua:11
COMMENT ON LANGUAGE lang1b IS 'l';

-- migrations/versions/fo13.lua:12
DROP PROCEDURAL LANGUAGE IF EXISTS lang1b CASCADE;

-- migrations/versions/fo13.lua:13
CREATE ACCESS METHOD am1 TYPE TABLE HANDLER heap_tableam_handler;

-- migrations/versions/fo13.lua:13
CREATE ACCESS METHOD am2 TYPE INDEX HANDLER bthandler;

-- migrations/versions/fo13.lua:14
COMMENT ON ACCESS METHOD am1 IS 'a';

-- migrations/versions/fo13.lua:14
DROP ACCESS METHOD IF EXISTS am2 CASCADE;

downgrade (derived)

-- migrations/versions/fo13.lua:14
CREATE ACCESS METHOD am2 TYPE INDEX HANDLER bthandler;

-- migrations/versions/fo13.lua:14
COMMENT ON ACCESS METHOD am1 IS NULL;

-- migrations/versions/fo13.lua:13
DROP ACCESS METHOD am2;

-- migrations/versions/fo13.lua:13
DROP ACCESS METHOD am1;

-- migrations/versions/fo13.lua:12
CREATE TRUSTED LANGUAGE lang1b HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

-- migrations/versions/fo13.lua:12
ALTER LANGUAGE lang1b OWNER TO golden_forms_super;

-- migrations/versions/fo13.lua:12
COMMENT ON LANGUAGE lang1b IS 'l';

-- migrations/versions/fo13.lua:11
COMMENT ON LANGUAGE lang1b IS NULL;

-- migrations/versions/fo13.lua:11
ALTER LANGUAGE lang1b OWNER TO CURRENT_USER;

-- migrations/versions/fo13.lua:11
ALTER LANGUAGE lang1b RENAME TO lang1;

-- migrations/versions/fo13.lua:10
DROP LANGUAGE lang2;

-- migrations/versions/fo13.lua:9
DROP LANGUAGE lang1;

-- migrations/versions/fo13.lua:8
CREATE CONVERSION app.cvb FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- migrations/versions/fo13.lua:8
ALTER CONVERSION app.cvb OWNER TO golden_forms_super;

-- migrations/versions/fo13.lua:8
COMMENT ON CONVERSION app.cvb IS 'c';

-- migrations/versions/fo13.lua:7
COMMENT ON CONVERSION app.cvb IS NULL;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION app.cvb OWNER TO CURRENT_USER;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION app.cvb SET SCHEMA public;

-- migrations/versions/fo13.lua:7
ALTER CONVERSION cvb RENAME TO cv;

-- migrations/versions/fo13.lua:6
DROP CONVERSION app2.cv2;

-- migrations/versions/fo13.lua:5
DROP CONVERSION cv;

revision  fo14 (head)
parent    fo13
message   what is not followed
created   2026-11-29T12:00:00Z
file      migrations/versions/fo14.lua

upgrade

-- migrations/versions/fo14.lua:5
ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR asciiword, word WITH simple;

-- migrations/versions/fo14.lua:6
ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING REPLACE english_stem WITH simple;

-- migrations/versions/fo14.lua:7
ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR hword REPLACE simple WITH english_stem;

-- migrations/versions/fo14.lua:8
GRANT USAGE ON LANGUAGE plpgsql TO golden_forms_a;

-- migrations/versions/fo14.lua:9
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- migrations/versions/fo14.lua:10
CREATE TRANSFORM FOR integer LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));

-- migrations/versions/fo14.lua:11
COMMENT ON TRANSFORM FOR integer LANGUAGE plpgsql IS 'to and fro';

-- migrations/versions/fo14.lua:12
CREATE FUNCTION tra(integer) RETURNS integer LANGUAGE plpgsql TRANSFORM FOR TYPE integer AS 'BEGIN RETURN $1; END';

downgrade

-- migrations/versions/fo14.lua:18
DROP FUNCTION tra(integer);

-- migrations/versions/fo14.lua:19
DROP TRANSFORM FOR integer LANGUAGE plpgsql;

-- migrations/versions/fo14.lua:20
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- migrations/versions/fo14.lua:21
REVOKE USAGE ON LANGUAGE plpgsql FROM golden_forms_a;

-- migrations/versions/fo14.lua:22
ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING REPLACE simple WITH english_stem;

-- migrations/versions/fo14.lua:23
ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR file, host, int, uint, float, sfloat, numword, version, email, url, url_path, numhword, hword_numpart WITH simple;
