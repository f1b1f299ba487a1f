revision  ft1
parent    <base>
message   a table
created   2026-11-29T12:00:00Z
file      migrations/versions/ft1.lua

upgrade

-- migrations/versions/ft1.lua:5
CREATE SCHEMA app;

-- migrations/versions/ft1.lua:5
CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date);

-- migrations/versions/ft1.lua:6
CREATE FUNCTION sd(double precision, double precision) RETURNS double precision IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';

downgrade (derived)

-- migrations/versions/ft1.lua:6
DROP FUNCTION sd(double precision, double precision);

-- migrations/versions/ft1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/ft1.lua:5
DROP SCHEMA app;

revision  ft2
parent    ft1
message   domains
created   2026-11-29T12:00:00Z
file      migrations/versions/ft2.lua

upgrade

-- migrations/versions/ft2.lua:5
CREATE DOMAIN d1 AS text COLLATE "C" DEFAULT 'x' CONSTRAINT d1c CHECK (VALUE <> '') CHECK (length(VALUE) < 10) NOT NULL;

-- migrations/versions/ft2.lua:6
CREATE DOMAIN d2 AS numeric(10, 2) NULL DEFAULT 0;

-- migrations/versions/ft2.lua:7
CREATE DOMAIN d3 AS d2 CHECK (VALUE > 0);

-- migrations/versions/ft2.lua:8
CREATE DOMAIN d4 integer[];

-- migrations/versions/ft2.lua:9
CREATE TABLE ud (a d1, b d3, c d4);

downgrade (derived)

-- migrations/versions/ft2.lua:9, loses data
DROP TABLE ud;

-- migrations/versions/ft2.lua:8
DROP DOMAIN d4;

-- migrations/versions/ft2.lua:7
DROP DOMAIN d3;

-- migrations/versions/ft2.lua:6
DROP DOMAIN d2;

-- migrations/versions/ft2.lua:5
DROP DOMAIN d1;

revision  ft3
parent    ft2
message   they change
created   2026-11-29T12:00:00Z
file      migrations/versions/ft3.lua

upgrade

-- migrations/versions/ft3.lua:5
ALTER DOMAIN d1 SET DEFAULT 'y';

-- migrations/versions/ft3.lua:6
ALTER DOMAIN d1 DROP DEFAULT;

-- migrations/versions/ft3.lua:7
ALTER DOMAIN d1 DROP NOT NULL;

-- migrations/versions/ft3.lua:8
ALTER DOMAIN d2 SET NOT NULL;

-- migrations/versions/ft3.lua:9
ALTER DOMAIN d2 ADD CONSTRAINT d2c CHECK (VALUE < 100) NOT VALID;

-- migrations/versions/ft3.lua:10
ALTER DOMAIN d2 ADD CHECK (VALUE <> 7);

-- migrations/versions/ft3.lua:11
ALTER DOMAIN d2 VALIDATE CONSTRAINT d2c;

-- migrations/versions/ft3.lua:12
ALTER DOMAIN d2 RENAME CONSTRAINT d2c TO d2x;

-- migrations/versions/ft3.lua:13
ALTER DOMAIN d2 DROP CONSTRAINT d2x RESTRICT;

-- migrations/versions/ft3.lua:14
ALTER DOMAIN d2 DROP CONSTRAINT IF EXISTS nosuch;

-- migrations/versions/ft3.lua:14
ALTER DOMAIN d1 DROP CONSTRAINT d1c CASCADE;

-- migrations/versions/ft3.lua:15
ALTER DOMAIN d2 OWNER TO CURRENT_ROLE;

-- migrations/versions/ft3.lua:15
ALTER DOMAIN d2 RENAME TO d2b;

-- migrations/versions/ft3.lua:16
ALTER TYPE d2b SET SCHEMA app;

-- migrations/versions/ft3.lua:17
COMMENT ON DOMAIN app.d2b IS 'dom';

-- migrations/versions/ft3.lua:17
COMMENT ON CONSTRAINT d1_check ON DOMAIN d1 IS 'short';

-- migrations/versions/ft3.lua:18
DROP DOMAIN IF EXISTS nosuch, d4 CASCADE;

downgrade (derived)

-- migrations/versions/ft3.lua:18
CREATE DOMAIN d4 AS integer[];

-- migrations/versions/ft3.lua:18
ALTER TABLE ud ADD COLUMN c d4;

-- migrations/versions/ft3.lua:17
COMMENT ON CONSTRAINT d1_check ON DOMAIN d1 IS NULL;

-- migrations/versions/ft3.lua:17
COMMENT ON DOMAIN app.d2b IS NULL;

-- migrations/versions/ft3.lua:16
ALTER TYPE app.d2b SET SCHEMA public;

-- migrations/versions/ft3.lua:15
ALTER DOMAIN d2b RENAME TO d2;

-- migrations/versions/ft3.lua:14
ALTER DOMAIN d1 ADD CONSTRAINT d1c CHECK (VALUE <> '');

-- migrations/versions/ft3.lua:13
ALTER DOMAIN d2 ADD CONSTRAINT d2x CHECK (VALUE < 100);

-- migrations/versions/ft3.lua:12
ALTER DOMAIN d2 RENAME CONSTRAINT d2x TO d2c;

-- migrations/versions/ft3.lua:11
ALTER DOMAIN d2 DROP CONSTRAINT d2c;

-- migrations/versions/ft3.lua:11
ALTER DOMAIN d2 ADD CONSTRAINT d2c CHECK (VALUE < 100) NOT VALID;

-- migrations/versions/ft3.lua:10
ALTER DOMAIN d2 DROP CONSTRAINT d2_check;

-- migrations/versions/ft3.lua:9
ALTER DOMAIN d2 DROP CONSTRAINT d2c;

-- migrations/versions/ft3.lua:8
ALTER DOMAIN d2 DROP NOT NULL;

-- migrations/versions/ft3.lua:7
ALTER DOMAIN d1 SET NOT NULL;

-- migrations/versions/ft3.lua:6
ALTER DOMAIN d1 SET DEFAULT 'y';

-- migrations/versions/ft3.lua:5
ALTER DOMAIN d1 SET DEFAULT 'x';

revision  ft4
parent    ft3
message   composite types
created   2026-11-29T12:00:00Z
file      migrations/versions/ft4.lua

upgrade

-- migrations/versions/ft4.lua:5
CREATE TYPE c1 AS (x integer, y text COLLATE "C", z numeric(5,1)[]);

-- migrations/versions/ft4.lua:6
CREATE TABLE uc OF c1;

-- migrations/versions/ft4.lua:7
CREATE TYPE c0 AS ();

-- migrations/versions/ft4.lua:8
ALTER TYPE c1 ADD ATTRIBUTE q date CASCADE, ADD ATTRIBUTE r varchar(10) COLLATE "POSIX" CASCADE;

-- migrations/versions/ft4.lua:9
ALTER TYPE c1 ALTER ATTRIBUTE q TYPE timestamp CASCADE, ALTER ATTRIBUTE r SET DATA TYPE text COLLATE "C" CASCADE;

-- migrations/versions/ft4.lua:10, loses data
ALTER TYPE c1 DROP ATTRIBUTE q CASCADE, DROP ATTRIBUTE IF EXISTS nosuch CASCADE;

-- migrations/versions/ft4.lua:11
ALTER TYPE c1 RENAME ATTRIBUTE x TO xx CASCADE;

-- migrations/versions/ft4.lua:12
ALTER TYPE c1 RENAME TO c1b;

-- migrations/versions/ft4.lua:12
ALTER TYPE c1b SET SCHEMA app;

-- migrations/versions/ft4.lua:13
COMMENT ON TYPE app.c1b IS 'comp';

-- migrations/versions/ft4.lua:13
COMMENT ON COLUMN app.c1b.y IS 'why';

downgrade (derived)

-- migrations/versions/ft4.lua:13
COMMENT ON COLUMN app.c1b.y IS NULL;

-- migrations/versions/ft4.lua:13
COMMENT ON TYPE app.c1b IS NULL;

-- migrations/versions/ft4.lua:12
ALTER TYPE app.c1b SET SCHEMA public;

-- migrations/versions/ft4.lua:12
ALTER TYPE c1b RENAME TO c1;

-- migrations/versions/ft4.lua:11
ALTER TYPE c1 RENAME ATTRIBUTE xx TO x CASCADE;

-- migrations/versions/ft4.lua:10
ALTER TYPE c1 ADD ATTRIBUTE q timestamp without time zone CASCADE;

-- migrations/versions/ft4.lua:9
ALTER TYPE c1 ALTER ATTRIBUTE q TYPE date CASCADE;

-- migrations/versions/ft4.lua:9
ALTER TYPE c1 ALTER ATTRIBUTE r TYPE character varying(10) COLLATE "POSIX" CASCADE;

-- migrations/versions/ft4.lua:8, loses data
ALTER TYPE c1 DROP ATTRIBUTE q CASCADE;

-- migrations/versions/ft4.lua:8, loses data
ALTER TYPE c1 DROP ATTRIBUTE r CASCADE;

-- migrations/versions/ft4.lua:7
DROP TYPE c0;

-- migrations/versions/ft4.lua:6, loses data
DROP TABLE uc;

-- migrations/versions/ft4.lua:5
DROP TYPE c1;

revision  ft5
parent    ft4
message   ranges and collations
created   2026-11-29T12:00:00Z
file      migrations/versions/ft5.lua

upgrade

-- migrations/versions/ft5.lua:5
CREATE TYPE fr AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = sd, MULTIRANGE_TYPE_NAME = fmr);

-- migrations/versions/ft5.lua:6
CREATE TYPE tr AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C");

-- migrations/versions/ft5.lua:7
CREATE TABLE ur (a fr, b fmr, c tr);

-- migrations/versions/ft5.lua:8
CREATE COLLATION co1 (LOCALE = 'C');

-- migrations/versions/ft5.lua:9
CREATE COLLATION co2 (LC_COLLATE = 'C', LC_CTYPE = 'POSIX', PROVIDER = libc);

-- migrations/versions/ft5.lua:10
CREATE COLLATION IF NOT EXISTS co3 (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false, VERSION = '1');

-- migrations/versions/ft5.lua:11
CREATE COLLATION co4 FROM "C";

-- migrations/versions/ft5.lua:12
ALTER COLLATION co4 RENAME TO co4b;

-- migrations/versions/ft5.lua:12
ALTER COLLATION co4b SET SCHEMA app;

-- migrations/versions/ft5.lua:12
COMMENT ON COLLATION app.co4b IS 'c';

-- migrations/versions/ft5.lua:13
CREATE TABLE uco (a text COLLATE co3, b text COLLATE app.co4b);

downgrade (derived)

-- migrations/versions/ft5.lua:13, loses data
DROP TABLE uco;

-- migrations/versions/ft5.lua:12
COMMENT ON COLLATION app.co4b IS NULL;

-- migrations/versions/ft5.lua:12
ALTER COLLATION app.co4b SET SCHEMA public;

-- migrations/versions/ft5.lua:12
ALTER COLLATION co4b RENAME TO co4;

-- migrations/versions/ft5.lua:11
DROP COLLATION co4;

-- migrations/versions/ft5.lua:10
DROP COLLATION co3;

-- migrations/versions/ft5.lua:9
DROP COLLATION co2;

-- migrations/versions/ft5.lua:8
DROP COLLATION co1;

-- migrations/versions/ft5.lua:7, loses data
DROP TABLE ur;

-- migrations/versions/ft5.lua:6
DROP TYPE tr;

-- migrations/versions/ft5.lua:5
DROP TYPE fr;

revision  ft6
parent    ft5
message   casts
created   2026-11-29T12:00:00Z
file      migrations/versions/ft6.lua

upgrade

-- migrations/versions/ft6.lua:5
ALTER TABLE uco ALTER a TYPE text, ALTER b TYPE text;

-- migrations/versions/ft6.lua:5
DROP COLLATION IF EXISTS co3, nosuch CASCADE;

-- migrations/versions/ft6.lua:6
CREATE TYPE en AS ENUM ('a', 'b');

-- migrations/versions/ft6.lua:6
CREATE FUNCTION etoi(en) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';

-- migrations/versions/ft6.lua:7
CREATE CAST (en AS integer) WITH FUNCTION etoi(en) AS ASSIGNMENT;

-- migrations/versions/ft6.lua:8
CREATE CAST (app.c1b AS text) WITH INOUT AS IMPLICIT;

-- migrations/versions/ft6.lua:9
CREATE CAST (xml AS bytea) WITHOUT FUNCTION AS ASSIGNMENT;

-- migrations/versions/ft6.lua:10
COMMENT ON CAST (en AS integer) IS 'cast';

-- migrations/versions/ft6.lua:11
DROP CAST IF EXISTS (en AS integer) CASCADE;

-- migrations/versions/ft6.lua:11
DROP CAST IF EXISTS (en AS date);

downgrade (derived)

-- migrations/versions/ft6.lua:11
CREATE CAST (en AS integer) WITH FUNCTION etoi(en) AS ASSIGNMENT;

-- migrations/versions/ft6.lua:11
COMMENT ON CAST (en AS integer) IS 'cast';

-- migrations/versions/ft6.lua:10
COMMENT ON CAST (en AS integer) IS NULL;

-- migrations/versions/ft6.lua:9
DROP CAST (xml AS bytea);

-- migrations/versions/ft6.lua:8
DROP CAST (app.c1b AS text);

-- migrations/versions/ft6.lua:7
DROP CAST (en AS integer);

-- migrations/versions/ft6.lua:6
DROP FUNCTION etoi(en);

-- migrations/versions/ft6.lua:6
DROP TYPE en;

-- migrations/versions/ft6.lua:5
CREATE COLLATION co3 (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false, VERSION = '1');

-- migrations/versions/ft6.lua:5
ALTER TABLE uco ALTER COLUMN a TYPE text COLLATE co3;

-- migrations/versions/ft6.lua:5
ALTER TABLE uco ALTER COLUMN b TYPE text COLLATE app.co4b;

revision  ft7
parent    ft6
message   operators
created   2026-11-29T12:00:00Z
file      migrations/versions/ft7.lua

upgrade

-- migrations/versions/ft7.lua:5
CREATE FUNCTION eqf(integer, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1::text = $2';

-- migrations/versions/ft7.lua:5
CREATE FUNCTION eqr(text, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2::text';

-- migrations/versions/ft7.lua:6
CREATE OPERATOR === (FUNCTION = eqf, LEFTARG = integer, RIGHTARG = text, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel);

-- migrations/versions/ft7.lua:7
CREATE OPERATOR === (PROCEDURE = eqr, LEFTARG = text, RIGHTARG = integer, COMMUTATOR = ===);

-- migrations/versions/ft7.lua:8
CREATE OPERATOR app.@@@ (FUNCTION = int4um, RIGHTARG = integer);

-- migrations/versions/ft7.lua:9
CREATE OPERATOR ==== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ====, HASHES, MERGES);

-- migrations/versions/ft7.lua:10
ALTER OPERATOR === (text, integer) SET (RESTRICT = eqsel, JOIN = eqjoinsel);

-- migrations/versions/ft7.lua:11
ALTER OPERATOR === (text, integer) SET (RESTRICT = NONE);

-- migrations/versions/ft7.lua:12
ALTER OPERATOR ==== (integer, integer) OWNER TO CURRENT_USER;

-- migrations/versions/ft7.lua:12
ALTER OPERATOR app.@@@ (NONE, integer) SET SCHEMA public;

-- migrations/versions/ft7.lua:13
COMMENT ON OPERATOR @@@ (NONE, integer) IS 'op';

-- migrations/versions/ft7.lua:14
DROP OPERATOR IF EXISTS @@@ (NONE, integer), ~~~~ (integer, integer) RESTRICT;

downgrade (derived)

-- migrations/versions/ft7.lua:14
CREATE OPERATOR @@@ (FUNCTION = int4um, RIGHTARG = integer);

-- migrations/versions/ft7.lua:14
COMMENT ON OPERATOR @@@ (NONE, integer) IS 'op';

-- migrations/versions/ft7.lua:13
COMMENT ON OPERATOR @@@ (NONE, integer) IS NULL;

-- migrations/versions/ft7.lua:12
ALTER OPERATOR @@@ (NONE, integer) SET SCHEMA app;

-- migrations/versions/ft7.lua:11
ALTER OPERATOR === (text, integer) SET (restrict = eqsel);

-- migrations/versions/ft7.lua:10
ALTER OPERATOR === (text, integer) SET (restrict = NONE);

-- migrations/versions/ft7.lua:10
ALTER OPERATOR === (text, integer) SET (join = NONE);

-- migrations/versions/ft7.lua:9
DROP OPERATOR ==== (integer, integer);

-- migrations/versions/ft7.lua:8
DROP OPERATOR app.@@@ (NONE, integer);

-- migrations/versions/ft7.lua:7
DROP OPERATOR === (text, integer);

-- migrations/versions/ft7.lua:6
DROP OPERATOR === (integer, text);

-- migrations/versions/ft7.lua:5
DROP FUNCTION eqr(text, integer);

-- migrations/versions/ft7.lua:5
DROP FUNCTION eqf(integer, text);

revision  ft8
parent    ft7
message   operator classes
created   2026-11-29T12:00:00Z
file      migrations/versions/ft8.lua

upgrade

-- migrations/versions/ft8.lua:5
CREATE OPERATOR FAMILY of1 USING btree;

-- migrations/versions/ft8.lua:6
CREATE OPERATOR CLASS oc1 FOR TYPE integer USING btree FAMILY of1 AS OPERATOR 1 <, OPERATOR 2 <= , OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 > (integer, integer), FUNCTION 1 btint4cmp(integer, integer), FUNCTION 4 btequalimage(oid);

-- migrations/versions/ft8.lua:7
CREATE OPERATOR CLASS oc3 FOR TYPE point USING gist AS OPERATOR 15 <-> (point, point) FOR ORDER BY float_ops, FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;

-- migrations/versions/ft8.lua:8
ALTER OPERATOR FAMILY of1 USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);

-- migrations/versions/ft8.lua:9
ALTER OPERATOR FAMILY of1 USING btree DROP OPERATOR 1 (int4, int8), FUNCTION 1 (int4, int8);

-- migrations/versions/ft8.lua:10
ALTER OPERATOR CLASS oc1 USING btree RENAME TO oc1b;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR FAMILY of1 USING btree RENAME TO of1b;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR CLASS oc1b USING btree SET SCHEMA app;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR FAMILY of1b USING btree OWNER TO CURRENT_USER;

-- migrations/versions/ft8.lua:11
COMMENT ON OPERATOR CLASS app.oc1b USING btree IS 'oc';

-- migrations/versions/ft8.lua:11
COMMENT ON OPERATOR FAMILY of1b USING btree IS 'of';

-- migrations/versions/ft8.lua:12
DROP OPERATOR CLASS IF EXISTS app.oc1b USING btree CASCADE;

-- migrations/versions/ft8.lua:12
DROP OPERATOR FAMILY of1b USING btree CASCADE;

downgrade (derived)

-- migrations/versions/ft8.lua:12
CREATE OPERATOR FAMILY of1b USING btree;

-- migrations/versions/ft8.lua:12
COMMENT ON OPERATOR FAMILY of1b USING btree IS 'of';

-- migrations/versions/ft8.lua:12
CREATE OPERATOR CLASS app.oc1b FOR TYPE integer USING btree FAMILY of1b AS OPERATOR 1 <, OPERATOR 2 <= , OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 > (integer, integer), FUNCTION 1 btint4cmp(integer, integer), FUNCTION 4 btequalimage(oid);

-- migrations/versions/ft8.lua:12
COMMENT ON OPERATOR CLASS app.oc1b USING btree IS 'oc';

-- migrations/versions/ft8.lua:11
COMMENT ON OPERATOR FAMILY of1b USING btree IS NULL;

-- migrations/versions/ft8.lua:11
COMMENT ON OPERATOR CLASS app.oc1b USING btree IS NULL;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR CLASS app.oc1b USING btree SET SCHEMA public;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR FAMILY of1b USING btree RENAME TO of1;

-- migrations/versions/ft8.lua:10
ALTER OPERATOR CLASS oc1b USING btree RENAME TO oc1;

-- migrations/versions/ft8.lua:9
ALTER OPERATOR FAMILY of1 USING btree ADD OPERATOR 1 < (integer, bigint);

-- migrations/versions/ft8.lua:9
ALTER OPERATOR FAMILY of1 USING btree ADD FUNCTION 1 (integer, bigint) btint48cmp (integer, bigint);

-- migrations/versions/ft8.lua:8
ALTER OPERATOR FAMILY of1 USING btree DROP OPERATOR 1 (integer, bigint);

-- migrations/versions/ft8.lua:8
ALTER OPERATOR FAMILY of1 USING btree DROP FUNCTION 1 (integer, bigint);

-- migrations/versions/ft8.lua:7
DROP OPERATOR CLASS oc3 USING gist;

-- migrations/versions/ft8.lua:7
DROP OPERATOR FAMILY oc3 USING gist;

-- migrations/versions/ft8.lua:6
DROP OPERATOR CLASS oc1 USING btree;

-- migrations/versions/ft8.lua:5
DROP OPERATOR FAMILY of1 USING btree;

revision  ft9 (head)
parent    ft8
message   types that are made of shells
created   2026-11-29T12:00:00Z
file      migrations/versions/ft9.lua

upgrade

-- migrations/versions/ft9.lua:5
CREATE TYPE cr;

-- migrations/versions/ft9.lua:6
CREATE FUNCTION crc(cr) RETURNS cr IMMUTABLE STRICT LANGUAGE internal AS 'int4range_canonical';

-- migrations/versions/ft9.lua:7
CREATE TYPE cr AS RANGE (SUBTYPE = integer, CANONICAL = crc, SUBTYPE_DIFF = int4range_subdiff);

-- migrations/versions/ft9.lua:8
CREATE TYPE sh;

-- migrations/versions/ft9.lua:9
CREATE FUNCTION shi(cstring) RETURNS sh IMMUTABLE STRICT LANGUAGE internal AS 'int4in';

-- migrations/versions/ft9.lua:10
CREATE FUNCTION sho(sh) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';

-- migrations/versions/ft9.lua:11
CREATE FUNCTION shr(internal) RETURNS sh IMMUTABLE STRICT LANGUAGE internal AS 'int4recv';

-- migrations/versions/ft9.lua:12
CREATE FUNCTION shs(sh) RETURNS bytea IMMUTABLE STRICT LANGUAGE internal AS 'int4send';

-- migrations/versions/ft9.lua:13
CREATE TYPE sh (INPUT = shi, OUTPUT = sho, RECEIVE = shr, SEND = shs, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain, CATEGORY = 'N', PREFERRED = false, DEFAULT = '7', DELIMITER = ';', COLLATABLE = false);

-- migrations/versions/ft9.lua:14
ALTER TYPE sh SET (SEND = NONE);

-- migrations/versions/ft9.lua:15
CREATE TABLE ush (a sh, b cr);

-- migrations/versions/ft9.lua:16
ALTER TYPE fr RENAME TO fr2;

-- migrations/versions/ft9.lua:17
ALTER TYPE fmr RENAME TO fmr2;

downgrade

-- migrations/versions/ft9.lua:23
ALTER TYPE fmr2 RENAME TO fmr;

-- migrations/versions/ft9.lua:24
ALTER TYPE fr2 RENAME TO fr;

-- migrations/versions/ft9.lua:25, loses data
DROP TABLE ush;

-- migrations/versions/ft9.lua:26, loses data
DROP TYPE sh CASCADE;

-- migrations/versions/ft9.lua:27
DROP FUNCTION IF EXISTS shs(bytea);

-- migrations/versions/ft9.lua:28, loses data
DROP TYPE cr CASCADE;
