revision  a1
parent    <base>
message   how finely expressions are sampled
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  nick character varying(20),
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:5
CREATE INDEX users_names ON users (lower(email), id, ((nick || email)));

-- migrations/versions/a.lua:7
CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;

-- migrations/versions/a.lua:8
CREATE INDEX emails_email ON emails (lower(email));

-- migrations/versions/a.lua:9
ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS 100, ALTER 3 SET STATISTICS 200;

-- migrations/versions/a.lua:10
ALTER INDEX emails_email ALTER COLUMN 1 SET STATISTICS 1000;

-- migrations/versions/a.lua:11
ALTER INDEX IF EXISTS nosuch ALTER COLUMN 1 SET STATISTICS 1000;

downgrade (derived)

-- migrations/versions/a.lua:10
ALTER INDEX emails_email ALTER COLUMN 1 SET STATISTICS -1;

-- migrations/versions/a.lua:9
ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS -1;

-- migrations/versions/a.lua:9
ALTER INDEX users_names ALTER COLUMN 3 SET STATISTICS -1;

-- migrations/versions/a.lua:8
DROP INDEX emails_email;

-- migrations/versions/a.lua:7
DROP MATERIALIZED VIEW emails;

-- migrations/versions/a.lua:5
DROP INDEX users_names;

-- migrations/versions/a.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS -1;

-- migrations/versions/b.lua:6
ALTER INDEX users_names ALTER COLUMN 3 SET STATISTICS 300;

-- migrations/versions/b.lua:7
ALTER INDEX users_names RENAME TO names;

downgrade (derived)

-- migrations/versions/b.lua:7
ALTER INDEX names RENAME TO users_names;

-- migrations/versions/b.lua:6
ALTER INDEX users_names ALTER COLUMN 3 SET STATISTICS 200;

-- migrations/versions/b.lua:5
ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS 100;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
DROP INDEX names;

-- migrations/versions/c.lua:5
DROP MATERIALIZED VIEW emails;

downgrade (derived)

-- migrations/versions/c.lua:5
CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;

-- migrations/versions/c.lua:5
CREATE INDEX emails_email ON emails (lower(email));

-- migrations/versions/c.lua:5
ALTER INDEX emails_email ALTER COLUMN 1 SET STATISTICS 1000;

-- migrations/versions/c.lua:4
CREATE INDEX names ON users (lower(email), id, ((nick || email)));

-- migrations/versions/c.lua:4
ALTER INDEX names ALTER COLUMN 3 SET STATISTICS 300;
