revision  a1
parent    <base>
message   functions and types in expressions
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA app;

-- migrations/versions/a.lua:5
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a.lua:7
CREATE FUNCTION "Next"() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:8
CREATE FUNCTION app.fits(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';

-- migrations/versions/a.lua:9
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

-- migrations/versions/a.lua:11
CREATE TABLE users (
  id integer DEFAULT ("Next"() + 1),
  double integer GENERATED ALWAYS AS (twice(id)) STORED,
  text text DEFAULT ('ok'::mood)::text,
  CONSTRAINT fits CHECK (app.fits(id) AND 'sad'::mood < 'ok'::mood)
);

-- migrations/versions/a.lua:17
CREATE INDEX users_twice ON users (twice(id)) WHERE (app.fits(id));

downgrade (derived)

-- migrations/versions/a.lua:17
DROP INDEX users_twice;

-- migrations/versions/a.lua:11, loses data
DROP TABLE users;

-- migrations/versions/a.lua:9
DROP FUNCTION twice(integer);

-- migrations/versions/a.lua:8
DROP FUNCTION app.fits(integer);

-- migrations/versions/a.lua:7
DROP FUNCTION "Next"();

-- migrations/versions/a.lua:5
DROP TYPE mood;

-- migrations/versions/a.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
ALTER FUNCTION "Next"() RENAME TO following;

-- migrations/versions/b.lua:5
ALTER FUNCTION app.fits(int) SET SCHEMA public;

-- migrations/versions/b.lua:6
ALTER FUNCTION twice(int) SET SCHEMA app;

-- migrations/versions/b.lua:7
ALTER TYPE mood RENAME TO "Mood";

-- migrations/versions/b.lua:8
ALTER SCHEMA app RENAME TO other;

downgrade (derived)

-- migrations/versions/b.lua:8
ALTER SCHEMA other RENAME TO app;

-- migrations/versions/b.lua:7
ALTER TYPE "Mood" RENAME TO mood;

-- migrations/versions/b.lua:6
ALTER FUNCTION app.twice(integer) SET SCHEMA public;

-- migrations/versions/b.lua:5
ALTER FUNCTION fits(integer) SET SCHEMA app;

-- migrations/versions/b.lua:4
ALTER FUNCTION following() RENAME TO "Next";

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4, loses data
ALTER TABLE users DROP COLUMN text;

-- migrations/versions/c.lua:5
DROP FUNCTION fits(int) CASCADE;

-- migrations/versions/c.lua:6
DROP FUNCTION following() CASCADE;

-- migrations/versions/c.lua:7
DROP FUNCTION other.twice(int) CASCADE;

-- migrations/versions/c.lua:8
DROP TYPE "Mood";

-- migrations/versions/c.lua:9, loses data
DROP TABLE users;

downgrade (derived)

-- migrations/versions/c.lua:9
CREATE TABLE users (
  id integer
);

-- migrations/versions/c.lua:8
CREATE TYPE "Mood" AS ENUM ('sad', 'ok');

-- migrations/versions/c.lua:7
CREATE FUNCTION other.twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

-- migrations/versions/c.lua:7
ALTER TABLE users
  ADD COLUMN double integer GENERATED ALWAYS AS (other.twice(id)) STORED;

-- migrations/versions/c.lua:6
CREATE FUNCTION following() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/c.lua:6
ALTER TABLE users ALTER COLUMN id SET DEFAULT (following() + 1);

-- migrations/versions/c.lua:5
CREATE FUNCTION fits(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';

-- migrations/versions/c.lua:5
ALTER TABLE users
  ADD CONSTRAINT fits CHECK (fits(id) AND 'sad'::"Mood" < 'ok'::"Mood");

-- migrations/versions/c.lua:5
CREATE INDEX users_twice ON users (other.twice(id)) WHERE (fits(id));

-- migrations/versions/c.lua:4
ALTER TABLE users ADD COLUMN text text DEFAULT ('ok'::"Mood")::text;
