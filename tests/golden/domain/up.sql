revision  a1
parent    <base>
message   domains
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:7
CREATE FUNCTION is_even(a integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN a % 2 = 0;

-- migrations/versions/a1.lua:8
CREATE DOMAIN email AS varchar(200) COLLATE "C" DEFAULT 'nobody@example.org' NOT NULL CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 100);

-- migrations/versions/a1.lua:9
CREATE DOMAIN even AS integer CHECK (is_even(VALUE)) CHECK (VALUE > 0);

-- migrations/versions/a1.lua:10
CREATE DOMAIN small AS smallint;

-- migrations/versions/a1.lua:11
CREATE DOMAIN app.pair AS small[] CONSTRAINT two CHECK (array_length(VALUE, 1) = 2);

-- migrations/versions/a1.lua:12
CREATE DOMAIN feeling AS mood DEFAULT 'sad' CHECK (VALUE <> 'happy');

-- migrations/versions/a1.lua:13
COMMENT ON DOMAIN email IS 'an address';

-- migrations/versions/a1.lua:14
COMMENT ON CONSTRAINT short ON DOMAIN email IS 'not long';

-- migrations/versions/a1.lua:15
CREATE FUNCTION part(e email) RETURNS text LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:17
CREATE TABLE users (
  id bigint NOT NULL,
  mail email DEFAULT 'x@y',
  n even DEFAULT 2,
  pair app.pair,
  feeling feeling DEFAULT 'sad',
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:17, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:15
DROP FUNCTION part(email);

-- migrations/versions/a1.lua:14
COMMENT ON CONSTRAINT short ON DOMAIN email IS NULL;

-- migrations/versions/a1.lua:13
COMMENT ON DOMAIN email IS NULL;

-- migrations/versions/a1.lua:12
DROP DOMAIN feeling;

-- migrations/versions/a1.lua:11
DROP DOMAIN app.pair;

-- migrations/versions/a1.lua:10
DROP DOMAIN small;

-- migrations/versions/a1.lua:9
ALTER DOMAIN even DROP CONSTRAINT even_check;

-- migrations/versions/a1.lua:9
DROP DOMAIN even;

-- migrations/versions/a1.lua:8
DROP DOMAIN email;

-- migrations/versions/a1.lua:7
DROP FUNCTION is_even(integer);

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER DOMAIN email SET DEFAULT 'a@b';

-- migrations/versions/a2.lua:6
ALTER DOMAIN email DROP NOT NULL;

-- migrations/versions/a2.lua:7
ALTER DOMAIN email DROP CONSTRAINT email_check;

-- migrations/versions/a2.lua:8
ALTER DOMAIN email DROP CONSTRAINT IF EXISTS nosuch;

-- migrations/versions/a2.lua:9
ALTER DOMAIN email ADD CONSTRAINT lower CHECK (VALUE = lower(VALUE)) NOT VALID;

-- migrations/versions/a2.lua:10
ALTER DOMAIN email RENAME CONSTRAINT short TO brief;

-- migrations/versions/a2.lua:11
ALTER DOMAIN feeling DROP DEFAULT;

-- migrations/versions/a2.lua:12
ALTER DOMAIN feeling SET NOT NULL;

-- migrations/versions/a2.lua:13
ALTER DOMAIN even RENAME TO evens;

-- migrations/versions/a2.lua:14
ALTER DOMAIN feeling SET SCHEMA app;

-- migrations/versions/a2.lua:15
ALTER FUNCTION is_even(integer) RENAME TO even;

-- migrations/versions/a2.lua:17
ALTER TYPE mood RENAME TO temper;

-- migrations/versions/a2.lua:18
COMMENT ON CONSTRAINT brief ON DOMAIN email IS 'brief';

downgrade (derived)

-- migrations/versions/a2.lua:18
COMMENT ON CONSTRAINT brief ON DOMAIN email IS 'not long';

-- migrations/versions/a2.lua:17
ALTER TYPE temper RENAME TO mood;

-- migrations/versions/a2.lua:15
ALTER FUNCTION even(integer) RENAME TO is_even;

-- migrations/versions/a2.lua:14
ALTER DOMAIN app.feeling SET SCHEMA public;

-- migrations/versions/a2.lua:13
ALTER DOMAIN evens RENAME TO even;

-- migrations/versions/a2.lua:12
ALTER DOMAIN feeling DROP NOT NULL;

-- migrations/versions/a2.lua:11
ALTER DOMAIN feeling SET DEFAULT 'sad';

-- migrations/versions/a2.lua:10
ALTER DOMAIN email RENAME CONSTRAINT brief TO short;

-- migrations/versions/a2.lua:9
ALTER DOMAIN email DROP CONSTRAINT lower;

-- migrations/versions/a2.lua:7
ALTER DOMAIN email ADD CONSTRAINT email_check CHECK (VALUE LIKE '%@%');

-- migrations/versions/a2.lua:6
ALTER DOMAIN email SET NOT NULL;

-- migrations/versions/a2.lua:5
ALTER DOMAIN email SET DEFAULT 'nobody@example.org';

revision  a3
parent    a2
message   validated
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
ALTER DOMAIN email VALIDATE CONSTRAINT lower;

-- migrations/versions/a3.lua:6
ALTER DOMAIN email DROP DEFAULT;

-- migrations/versions/a3.lua:7
ALTER DOMAIN evens ADD CHECK (VALUE < 1000);

-- migrations/versions/a3.lua:8
ALTER TYPE evens RENAME TO even;

-- migrations/versions/a3.lua:10
ALTER TABLE users ALTER COLUMN n TYPE bigint;

downgrade (derived)

-- migrations/versions/a3.lua:10
ALTER TABLE users ALTER COLUMN n TYPE even;

-- migrations/versions/a3.lua:8
ALTER TYPE even RENAME TO evens;

-- migrations/versions/a3.lua:7
ALTER DOMAIN evens DROP CONSTRAINT evens_check;

-- migrations/versions/a3.lua:6
ALTER DOMAIN email SET DEFAULT 'a@b';

-- migrations/versions/a3.lua:5
ALTER DOMAIN email DROP CONSTRAINT lower;

-- migrations/versions/a3.lua:5
ALTER DOMAIN email ADD CONSTRAINT lower CHECK (VALUE = lower(VALUE)) NOT VALID;

revision  a4 (head)
parent    a3
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
DROP FUNCTION even(integer) CASCADE;

-- migrations/versions/a4.lua:5
DROP FUNCTION part(email);

-- migrations/versions/a4.lua:6
DROP DOMAIN email CASCADE;

-- migrations/versions/a4.lua:7, loses data
DROP TABLE users;

-- migrations/versions/a4.lua:8
DROP DOMAIN app.pair, even, small, app.feeling;

downgrade (derived)

-- migrations/versions/a4.lua:8
CREATE DOMAIN app.feeling AS temper NOT NULL CONSTRAINT feeling_check CHECK (VALUE <> 'happy');

-- migrations/versions/a4.lua:8
CREATE DOMAIN small AS smallint;

-- migrations/versions/a4.lua:8
CREATE DOMAIN even AS integer CONSTRAINT even_check1 CHECK (VALUE > 0) CONSTRAINT evens_check CHECK (VALUE < 1000);

-- migrations/versions/a4.lua:8
CREATE DOMAIN app.pair AS small[] CONSTRAINT two CHECK (array_length(VALUE, 1) = 2);

-- migrations/versions/a4.lua:7
CREATE TABLE users (
  id bigint NOT NULL,
  n bigint DEFAULT 2,
  pair app.pair,
  feeling app.feeling DEFAULT 'sad',
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:6
CREATE DOMAIN email AS character varying(200) COLLATE "C" CONSTRAINT brief CHECK (length(VALUE) < 100) CONSTRAINT lower CHECK (VALUE = lower(VALUE));

-- migrations/versions/a4.lua:6
ALTER TABLE users ADD COLUMN mail email DEFAULT 'x@y';

-- migrations/versions/a4.lua:6
COMMENT ON DOMAIN email IS 'an address';

-- migrations/versions/a4.lua:6
COMMENT ON CONSTRAINT brief ON DOMAIN email IS 'brief';

-- migrations/versions/a4.lua:5
CREATE FUNCTION part(e email) RETURNS text LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a4.lua:4
CREATE FUNCTION even(a integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN a % 2 = 0;

-- migrations/versions/a4.lua:4
ALTER DOMAIN even ADD CONSTRAINT even_check CHECK (even(VALUE));
