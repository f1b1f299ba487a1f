revision  a1
parent    <base>
message   a base type, its functions, and what is made of it
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA app;

-- migrations/versions/a.lua:6
CREATE TYPE app.secret;

-- migrations/versions/a.lua:7
CREATE FUNCTION app.secret_in(cstring) RETURNS app.secret LANGUAGE internal IMMUTABLE STRICT AS 'textin';

-- migrations/versions/a.lua:8
CREATE FUNCTION app.secret_out(app.secret) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';

-- migrations/versions/a.lua:9
CREATE TYPE app.secret (INPUT = app.secret_in, OUTPUT = app.secret_out, INTERNALLENGTH = VARIABLE, STORAGE = extended, CATEGORY = 'S', DELIMITER = ';');

-- migrations/versions/a.lua:10
CREATE TYPE later;

-- migrations/versions/a.lua:11
COMMENT ON TYPE later IS 'a shell';

-- migrations/versions/a.lua:13
CREATE FUNCTION "Key in"(cstring) RETURNS key LANGUAGE internal IMMUTABLE STRICT AS 'int4in';

-- migrations/versions/a.lua:14
CREATE FUNCTION key_out(key) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';

-- migrations/versions/a.lua:15
COMMENT ON FUNCTION key_out(key) IS 'writes it';

-- migrations/versions/a.lua:16
CREATE TYPE key (LIKE = int4, INPUT = "Key in", OUTPUT = key_out, PREFERRED);

-- migrations/versions/a.lua:17
ALTER TYPE key OWNER TO CURRENT_USER;

-- migrations/versions/a.lua:18
COMMENT ON TYPE key IS 'opens a door';

-- migrations/versions/a.lua:19
GRANT USAGE ON TYPE key TO PUBLIC;

-- migrations/versions/a.lua:21
CREATE TABLE doors (
  id key,
  codes app.secret[] DEFAULT '{}'
);

-- migrations/versions/a.lua:22
CREATE FUNCTION key_of(doors) RETURNS key LANGUAGE sql AS 'SELECT $1.id';

downgrade (derived)

-- migrations/versions/a.lua:22
DROP FUNCTION key_of(doors);

-- migrations/versions/a.lua:21, loses data
DROP TABLE doors;

-- migrations/versions/a.lua:18
COMMENT ON TYPE key IS NULL;

-- migrations/versions/a.lua:16, loses data
DROP TYPE key CASCADE;

-- migrations/versions/a.lua:16
CREATE TYPE key;

-- migrations/versions/a.lua:16
CREATE FUNCTION "Key in"(cstring) RETURNS key LANGUAGE internal IMMUTABLE STRICT AS 'int4in';

-- migrations/versions/a.lua:16
CREATE FUNCTION key_out(key) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';

-- migrations/versions/a.lua:16
COMMENT ON FUNCTION key_out(key) IS 'writes it';

-- migrations/versions/a.lua:15
COMMENT ON FUNCTION key_out(key) IS NULL;

-- migrations/versions/a.lua:14
DROP FUNCTION key_out(key);

-- migrations/versions/a.lua:13
DROP FUNCTION "Key in"(cstring);

-- migrations/versions/a.lua:13
DROP TYPE key;

-- migrations/versions/a.lua:11
COMMENT ON TYPE later IS NULL;

-- migrations/versions/a.lua:10
DROP TYPE later;

-- migrations/versions/a.lua:9, loses data
DROP TYPE app.secret CASCADE;

-- migrations/versions/a.lua:9
CREATE TYPE app.secret;

-- migrations/versions/a.lua:9
CREATE FUNCTION app.secret_in(cstring) RETURNS app.secret LANGUAGE internal IMMUTABLE STRICT AS 'textin';

-- migrations/versions/a.lua:9
CREATE FUNCTION app.secret_out(app.secret) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';

-- migrations/versions/a.lua:8
DROP FUNCTION app.secret_out(app.secret);

-- migrations/versions/a.lua:7
DROP FUNCTION app.secret_in(cstring);

-- migrations/versions/a.lua:6
DROP TYPE app.secret;

-- migrations/versions/a.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   changed and renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
CREATE FUNCTION key_recv(internal) RETURNS key LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';

-- migrations/versions/b.lua:6
CREATE FUNCTION key_send(key) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';

-- migrations/versions/b.lua:7
ALTER TYPE key SET (RECEIVE = key_recv, SEND = key_send);

-- migrations/versions/b.lua:8
ALTER FUNCTION key_out(key) RENAME TO key_write;

-- migrations/versions/b.lua:9
ALTER FUNCTION "Key in"(cstring) SET SCHEMA app;

-- migrations/versions/b.lua:10
ALTER TYPE key RENAME TO "Key";

-- migrations/versions/b.lua:11
ALTER TYPE "Key" SET SCHEMA app;

-- migrations/versions/b.lua:12
ALTER TYPE app.secret SET (STORAGE = main, ANALYZE = NONE);

-- migrations/versions/b.lua:13
DROP TYPE later;

downgrade (derived)

-- migrations/versions/b.lua:13
CREATE TYPE later;

-- migrations/versions/b.lua:13
COMMENT ON TYPE later IS 'a shell';

-- migrations/versions/b.lua:12
ALTER TYPE app.secret SET (storage = extended);

-- migrations/versions/b.lua:11
ALTER TYPE app."Key" SET SCHEMA public;

-- migrations/versions/b.lua:10
ALTER TYPE "Key" RENAME TO key;

-- migrations/versions/b.lua:9
ALTER FUNCTION app."Key in"(cstring) SET SCHEMA public;

-- migrations/versions/b.lua:8
ALTER FUNCTION key_write(key) RENAME TO key_out;

-- migrations/versions/b.lua:7
ALTER TYPE key SET (receive = NONE, send = NONE);

-- migrations/versions/b.lua:6
DROP FUNCTION key_send(key);

-- migrations/versions/b.lua:5
DROP FUNCTION key_recv(internal);

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
DROP FUNCTION key_of(doors);

-- migrations/versions/c.lua:5, loses data
DROP TYPE app."Key" CASCADE;

-- migrations/versions/c.lua:6
DROP FUNCTION app.secret_in(cstring) CASCADE;

downgrade (derived)

-- migrations/versions/c.lua:6
CREATE TYPE app.secret;

-- migrations/versions/c.lua:6
CREATE FUNCTION app.secret_in(cstring) RETURNS app.secret LANGUAGE internal IMMUTABLE STRICT AS 'textin';

-- migrations/versions/c.lua:6
CREATE FUNCTION app.secret_out(app.secret) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';

-- migrations/versions/c.lua:6
CREATE TYPE app.secret (input = app.secret_in, output = app.secret_out, internallength = VARIABLE, storage = main, category = 'S', delimiter = ';');

-- migrations/versions/c.lua:6
ALTER TABLE doors ADD COLUMN codes app.secret[] DEFAULT '{}';

-- migrations/versions/c.lua:5
CREATE TYPE app."Key";

-- migrations/versions/c.lua:5
CREATE FUNCTION key_send(app."Key") RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';

-- migrations/versions/c.lua:5
CREATE FUNCTION key_recv(internal) RETURNS app."Key" LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';

-- migrations/versions/c.lua:5
CREATE FUNCTION key_write(app."Key") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';

-- migrations/versions/c.lua:5
CREATE FUNCTION app."Key in"(cstring) RETURNS app."Key" LANGUAGE internal IMMUTABLE STRICT AS 'int4in';

-- migrations/versions/c.lua:5
CREATE TYPE app."Key" (like = int4, input = app."Key in", output = key_write, preferred, receive = key_recv, send = key_send);

-- migrations/versions/c.lua:5
ALTER TABLE doors ADD COLUMN id app."Key";

-- migrations/versions/c.lua:5
COMMENT ON TYPE app."Key" IS 'opens a door';

-- migrations/versions/c.lua:5
COMMENT ON FUNCTION key_write(app."Key") IS 'writes it';

-- migrations/versions/c.lua:4
CREATE FUNCTION key_of(doors) RETURNS app."Key" LANGUAGE sql AS 'SELECT $1.id';

revision  a4
parent    a3
message   shells become other types
created   2026-11-29T13:30:00Z
file      migrations/versions/d.lua

upgrade

-- migrations/versions/d.lua:4
CREATE TYPE shade;

-- migrations/versions/d.lua:5
CREATE TYPE shelf;

-- migrations/versions/d.lua:6
CREATE TYPE shown;

-- migrations/versions/d.lua:7
CREATE TYPE shot;

-- migrations/versions/d.lua:8
CREATE TYPE shy;

-- migrations/versions/d.lua:9
CREATE TYPE ship;

-- migrations/versions/d.lua:10
CREATE SEQUENCE ship;

downgrade (derived)

-- migrations/versions/d.lua:10, loses data
DROP SEQUENCE ship;

-- migrations/versions/d.lua:9
DROP TYPE ship;

-- migrations/versions/d.lua:8
DROP TYPE shy;

-- migrations/versions/d.lua:7
DROP TYPE shot;

-- migrations/versions/d.lua:6
DROP TYPE shown;

-- migrations/versions/d.lua:5
DROP TYPE shelf;

-- migrations/versions/d.lua:4
DROP TYPE shade;

revision  a5 (head)
parent    a4
message   of all kinds
created   2026-11-29T13:31:00Z
file      migrations/versions/e.lua

upgrade

-- migrations/versions/e.lua:4
CREATE TYPE shade AS ENUM ('light', 'dark');

-- migrations/versions/e.lua:5
CREATE TABLE shelf (
  shade shade DEFAULT 'dark'
);

-- migrations/versions/e.lua:6
CREATE VIEW shown AS SELECT shade FROM shelf;

-- migrations/versions/e.lua:7
CREATE TYPE shot AS (a shade);

-- migrations/versions/e.lua:8
CREATE DOMAIN shy AS shade CHECK (VALUE <> 'light');

downgrade (derived)

-- migrations/versions/e.lua:8
DROP DOMAIN shy;

-- migrations/versions/e.lua:8
CREATE TYPE shy;

-- migrations/versions/e.lua:7
DROP TYPE shot;

-- migrations/versions/e.lua:7
CREATE TYPE shot;

-- migrations/versions/e.lua:6
DROP VIEW shown;

-- migrations/versions/e.lua:6
CREATE TYPE shown;

-- migrations/versions/e.lua:5, loses data
DROP TABLE shelf;

-- migrations/versions/e.lua:5
CREATE TYPE shelf;

-- migrations/versions/e.lua:4
DROP TYPE shade;

-- migrations/versions/e.lua:4
CREATE TYPE shade;
