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
CREATE TABLE t (
  id uuid DEFAULT ext.uuid_generate_v4(),
  h hstore NOT NULL DEFAULT '',
  place cube
);

downgrade (derived)

-- migrations/versions/a1.lua:11, loses data
DROP TABLE t;

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
ALTER TABLE t DROP COLUMN place;

-- migrations/versions/a2.lua:8
DROP EXTENSION cube, earthdistance;

-- migrations/versions/a2.lua:9
DROP EXTENSION IF EXISTS nothing;

-- migrations/versions/a2.lua:10
DROP EXTENSION citext;

downgrade: there is none
migrations/versions/a2.lua:8: the way back that was derived cannot be taken; write a downgrade()

revision  a3 (head)
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
