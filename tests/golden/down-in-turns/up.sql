revision  a1
parent    <base>
message   what needs each other in more than one order
created   2026-11-30T10:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:6
CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';

-- migrations/versions/a1.lua:7
CREATE DOMAIN code AS text CHECK (is_code(VALUE));

-- migrations/versions/a1.lua:8
CREATE FUNCTION shown(code) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';

-- migrations/versions/a1.lua:9
CREATE TABLE coded (c code, label text GENERATED ALWAYS AS (shown('x'::code)) STORED);

-- migrations/versions/a1.lua:13
CREATE TABLE places (id integer, name text);

-- migrations/versions/a1.lua:14
CREATE TYPE visit AS (place places, minutes integer);

-- migrations/versions/a1.lua:15
CREATE FUNCTION place_name(places) RETURNS text LANGUAGE sql AS 'SELECT ($1).name';

-- migrations/versions/a1.lua:16
ALTER FUNCTION place_name OWNER TO pg_monitor;

-- migrations/versions/a1.lua:17
CREATE VIEW place_names AS SELECT place_name(p) AS name FROM places p;

-- migrations/versions/a1.lua:21
CREATE VIEW ones AS SELECT 1 AS n;

-- migrations/versions/a1.lua:22
CREATE FUNCTION all_ones() RETURNS SETOF ones LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:23
COMMENT ON FUNCTION all_ones() IS 'one after the other';

-- migrations/versions/a1.lua:25
CREATE SCHEMA attic;

-- migrations/versions/a1.lua:27
CREATE TABLE attic.things (id integer);

-- migrations/versions/a1.lua:28
CREATE FUNCTION attic.weight(attic.things) RETURNS integer LANGUAGE sql AS 'SELECT 1';

downgrade (derived)

-- migrations/versions/a1.lua:28
DROP FUNCTION attic.weight(attic.things);

-- migrations/versions/a1.lua:27, loses data
DROP TABLE attic.things;

-- migrations/versions/a1.lua:25
DROP SCHEMA attic;

-- migrations/versions/a1.lua:23
COMMENT ON FUNCTION all_ones() IS NULL;

-- migrations/versions/a1.lua:22
DROP FUNCTION all_ones();

-- migrations/versions/a1.lua:21
DROP VIEW ones;

-- migrations/versions/a1.lua:17
DROP VIEW place_names;

-- migrations/versions/a1.lua:16
ALTER FUNCTION place_name(places) OWNER TO CURRENT_USER;

-- migrations/versions/a1.lua:15
DROP FUNCTION place_name(places);

-- migrations/versions/a1.lua:14
DROP TYPE visit;

-- migrations/versions/a1.lua:13, loses data
DROP TABLE places;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE coded;

-- migrations/versions/a1.lua:8
DROP FUNCTION shown(code);

-- migrations/versions/a1.lua:7
ALTER DOMAIN code DROP CONSTRAINT code_check;

-- migrations/versions/a1.lua:7
DROP DOMAIN code;

-- migrations/versions/a1.lua:6
DROP FUNCTION is_code(text);

revision  a2 (head)
parent    a1
message   taken away together
created   2026-11-30T10:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
DROP FUNCTION is_code CASCADE;

-- migrations/versions/a2.lua:6, loses data
DROP TABLE places CASCADE;

-- migrations/versions/a2.lua:7
DROP VIEW ones CASCADE;

-- migrations/versions/a2.lua:8, loses data
DROP SCHEMA attic CASCADE;

downgrade (derived)

-- migrations/versions/a2.lua:8
CREATE SCHEMA attic;

-- migrations/versions/a2.lua:8
CREATE TABLE attic.things (
  id integer
);

-- migrations/versions/a2.lua:7
CREATE VIEW ones AS SELECT 1 AS n;

-- migrations/versions/a2.lua:6
CREATE TABLE places (
  id integer,
  name text
);

-- migrations/versions/a2.lua:6
CREATE FUNCTION place_name(places) RETURNS text LANGUAGE sql AS 'SELECT ($1).name';

-- migrations/versions/a2.lua:6
CREATE VIEW place_names AS SELECT place_name(p) AS name FROM places p;

-- migrations/versions/a2.lua:6
ALTER FUNCTION place_name(places) OWNER TO pg_monitor;

-- migrations/versions/a2.lua:5
CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';

-- migrations/versions/a2.lua:5
ALTER DOMAIN code ADD CONSTRAINT code_check CHECK (is_code(VALUE));

-- migrations/versions/a2.lua:8
CREATE FUNCTION attic.weight(attic.things) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a2.lua:7
CREATE FUNCTION all_ones() RETURNS SETOF ones LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a2.lua:7
COMMENT ON FUNCTION all_ones() IS 'one after the other';

-- migrations/versions/a2.lua:6
ALTER TYPE visit ADD ATTRIBUTE place places;
