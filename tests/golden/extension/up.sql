revision  a1
parent    <base>
message   extensions
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA ext;

-- migrations/versions/a1.lua:5
CREATE EXTENSION IF NOT EXISTS plpgsql;

-- migrations/versions/a1.lua:6
CREATE EXTENSION IF NOT EXISTS citext SCHEMA ext;

-- migrations/versions/a1.lua:7
CREATE EXTENSION earthdistance CASCADE;

-- migrations/versions/a1.lua:8
CREATE EXTENSION hstore VERSION '1.8';

-- migrations/versions/a1.lua:9
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA ext;

-- migrations/versions/a1.lua:10
COMMENT ON EXTENSION hstore IS 'keys and values';

-- migrations/versions/a1.lua:11
CREATE EXTENSION unaccent;

-- migrations/versions/a1.lua:12
CREATE EXTENSION pg_trgm;

-- migrations/versions/a1.lua:13
CREATE TABLE names (
  name text DEFAULT unaccent('X'),
  short text,
  CONSTRAINT names_short_check CHECK (unaccent(short) <> '')
);

-- migrations/versions/a1.lua:13
CREATE INDEX names_name_idx ON names USING gin (name gin_trgm_ops);

-- migrations/versions/a1.lua:19
CREATE TABLE t (
  id uuid DEFAULT ext.uuid_generate_v4(),
  place cube,
  h hstore NOT NULL DEFAULT ''
);

downgrade (derived)

-- migrations/versions/a1.lua:19, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:13, loses data
DROP TABLE names;

-- migrations/versions/a1.lua:12
DROP EXTENSION pg_trgm;

-- migrations/versions/a1.lua:11
DROP EXTENSION unaccent;

-- migrations/versions/a1.lua:10
COMMENT ON EXTENSION hstore IS NULL;

-- migrations/versions/a1.lua:9
DROP EXTENSION "uuid-ossp";

-- migrations/versions/a1.lua:8
DROP EXTENSION hstore;

-- migrations/versions/a1.lua:7
DROP EXTENSION earthdistance;

-- migrations/versions/a1.lua:7
DROP EXTENSION cube;

-- migrations/versions/a1.lua:6
DROP EXTENSION citext;

-- migrations/versions/a1.lua:4
DROP SCHEMA ext;

revision  a2
parent    a1
message   moved and dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER EXTENSION citext SET SCHEMA public;

-- migrations/versions/a2.lua:5
ALTER EXTENSION citext SET SCHEMA ext;

-- migrations/versions/a2.lua:6, loses data
DROP EXTENSION hstore CASCADE;

-- migrations/versions/a2.lua:7, loses data
DROP EXTENSION unaccent, pg_trgm CASCADE;

-- migrations/versions/a2.lua:8, loses data
DROP EXTENSION cube CASCADE;

-- migrations/versions/a2.lua:9
CREATE EXTENSION earthdistance CASCADE;

-- migrations/versions/a2.lua:10
DROP EXTENSION cube, earthdistance;

-- migrations/versions/a2.lua:11
DROP EXTENSION IF EXISTS nothing;

-- migrations/versions/a2.lua:12
DROP EXTENSION citext;

downgrade (derived)

-- migrations/versions/a2.lua:12
CREATE EXTENSION citext SCHEMA ext;

-- migrations/versions/a2.lua:10
CREATE EXTENSION cube SCHEMA public;

-- migrations/versions/a2.lua:10
CREATE EXTENSION earthdistance SCHEMA public;

-- migrations/versions/a2.lua:9
DROP EXTENSION earthdistance;

-- migrations/versions/a2.lua:9
DROP EXTENSION cube;

-- migrations/versions/a2.lua:8
CREATE EXTENSION cube SCHEMA public;

-- migrations/versions/a2.lua:8
CREATE EXTENSION earthdistance SCHEMA public;

-- migrations/versions/a2.lua:8
ALTER TABLE t ADD COLUMN place cube;

-- migrations/versions/a2.lua:7
CREATE EXTENSION pg_trgm SCHEMA public;

-- migrations/versions/a2.lua:7
CREATE EXTENSION unaccent SCHEMA public;

-- migrations/versions/a2.lua:7
ALTER TABLE names ALTER COLUMN name SET DEFAULT unaccent('X');

-- migrations/versions/a2.lua:7
ALTER TABLE names
  ADD CONSTRAINT names_short_check CHECK (unaccent(short) <> '');

-- migrations/versions/a2.lua:7
CREATE INDEX names_name_idx ON names USING gin (name gin_trgm_ops);

-- migrations/versions/a2.lua:6
CREATE EXTENSION hstore SCHEMA public VERSION '1.8';

-- migrations/versions/a2.lua:6
ALTER TABLE t ADD COLUMN h hstore NOT NULL DEFAULT '';

-- migrations/versions/a2.lua:6
COMMENT ON EXTENSION hstore IS 'keys and values';

-- migrations/versions/a2.lua:5
ALTER EXTENSION citext SET SCHEMA public;

-- migrations/versions/a2.lua:4
ALTER EXTENSION citext SET SCHEMA ext;

revision  a3
parent    a2
message   no way back
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
COMMENT ON EXTENSION "uuid-ossp" IS 'unknown before';

-- migrations/versions/a3.lua:5
ALTER EXTENSION "uuid-ossp" UPDATE;

-- migrations/versions/a3.lua:6
ALTER EXTENSION "uuid-ossp" UPDATE TO '1.1';

downgrade: there is none
migrations/versions/a3.lua:4: comment_on: the comment that the extension came with is not known
migrations/versions/a3.lua:5: alter_extension: an extension has no way back to an older version
migrations/versions/a3.lua:6: alter_extension: an extension has no way back to an older version

revision  a4
parent    a3
message   members
created   2026-11-30T00:50:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE EXTENSION IF NOT EXISTS citext;

-- migrations/versions/a4.lua:5
CREATE FUNCTION member(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';

-- migrations/versions/a4.lua:6
CREATE TABLE held (
  a integer
);

-- migrations/versions/a4.lua:7
ALTER EXTENSION citext ADD FUNCTION member(integer);

-- migrations/versions/a4.lua:8
ALTER EXTENSION citext ADD TABLE held;

downgrade (derived)

-- migrations/versions/a4.lua:8
ALTER EXTENSION citext DROP TABLE held;

-- migrations/versions/a4.lua:7
ALTER EXTENSION citext DROP FUNCTION member(integer);

-- migrations/versions/a4.lua:6, loses data
DROP TABLE held;

-- migrations/versions/a4.lua:5
DROP FUNCTION member(integer);

-- migrations/versions/a4.lua:4
DROP EXTENSION citext;

revision  a5 (head)
parent    a4
message   and not any more
created   2026-11-30T00:50:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER EXTENSION citext DROP FUNCTION member(integer);

downgrade (derived)

-- migrations/versions/a5.lua:4
ALTER EXTENSION citext ADD FUNCTION member(integer);
