revision  a1
parent    <base>
message   collations
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE SCHEMA app;

-- migrations/versions/a1.lua:6
CREATE COLLATION bytes FROM "C";

-- migrations/versions/a1.lua:7
CREATE COLLATION IF NOT EXISTS bytes FROM "POSIX";

-- migrations/versions/a1.lua:8
CREATE COLLATION app.posix (LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');

-- migrations/versions/a1.lua:9
CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

-- migrations/versions/a1.lua:10
COMMENT ON COLLATION caseless IS 'a is A';

-- migrations/versions/a1.lua:12
CREATE TABLE t (
  id bigint NOT NULL,
  mail text COLLATE caseless,
  code text COLLATE app.posix,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:12
CREATE INDEX t_mail_idx ON t (mail COLLATE bytes);

-- migrations/versions/a1.lua:19
CREATE DOMAIN word AS text COLLATE caseless;

-- migrations/versions/a1.lua:20
CREATE TYPE pair AS (a text COLLATE app.posix, b text COLLATE bytes, c text COLLATE bytes);

-- migrations/versions/a1.lua:21
CREATE VIEW v AS SELECT max(code COLLATE bytes) AS a, min(code COLLATE bytes) AS b FROM t;

downgrade (derived)

-- migrations/versions/a1.lua:21
DROP VIEW v;

-- migrations/versions/a1.lua:20
DROP TYPE pair;

-- migrations/versions/a1.lua:19
DROP DOMAIN word;

-- migrations/versions/a1.lua:12, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:10
COMMENT ON COLLATION caseless IS NULL;

-- migrations/versions/a1.lua:9
DROP COLLATION caseless;

-- migrations/versions/a1.lua:8
DROP COLLATION app.posix;

-- migrations/versions/a1.lua:6
DROP COLLATION bytes;

-- migrations/versions/a1.lua:5
DROP SCHEMA app;

revision  a2
parent    a1
message   renamed
created   2026-11-22T15:11:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER COLLATION caseless RENAME TO nocase;

-- migrations/versions/a2.lua:5
ALTER COLLATION bytes SET SCHEMA app;

-- migrations/versions/a2.lua:6
ALTER COLLATION app.posix OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:7
ALTER COLLATION nocase REFRESH VERSION;

-- migrations/versions/a2.lua:8
COMMENT ON COLLATION nocase IS NULL;

downgrade (derived)

-- migrations/versions/a2.lua:8
COMMENT ON COLLATION nocase IS 'a is A';

-- migrations/versions/a2.lua:5
ALTER COLLATION app.bytes SET SCHEMA public;

-- migrations/versions/a2.lua:4
ALTER COLLATION nocase RENAME TO caseless;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:12:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP COLLATION app.bytes CASCADE;

-- migrations/versions/a3.lua:5
DROP COLLATION nocase, app.posix CASCADE;

-- migrations/versions/a3.lua:6
DROP COLLATION IF EXISTS nobody;

downgrade (derived)

-- migrations/versions/a3.lua:5
CREATE COLLATION app.posix (LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');

-- migrations/versions/a3.lua:5
ALTER TYPE pair ADD ATTRIBUTE a text COLLATE app.posix;

-- migrations/versions/a3.lua:5
CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

-- migrations/versions/a3.lua:5
CREATE DOMAIN word AS text COLLATE nocase;

-- migrations/versions/a3.lua:5
ALTER TABLE t ADD COLUMN mail text COLLATE nocase;

-- migrations/versions/a3.lua:5
ALTER TABLE t ADD COLUMN code text COLLATE app.posix;

-- migrations/versions/a3.lua:4
CREATE COLLATION app.bytes FROM "C";

-- migrations/versions/a3.lua:4
ALTER TYPE pair ADD ATTRIBUTE b text COLLATE app.bytes;

-- migrations/versions/a3.lua:4
ALTER TYPE pair ADD ATTRIBUTE c text COLLATE app.bytes;

-- migrations/versions/a3.lua:4
CREATE INDEX t_mail_idx ON t (mail COLLATE app.bytes);

-- migrations/versions/a3.lua:4
CREATE VIEW v AS SELECT max(code COLLATE app.bytes) AS a, min(code COLLATE app.bytes) AS b FROM t;
