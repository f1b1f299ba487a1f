revision  a1
parent    <base>
message   a schema with domains
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:3
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE DOMAIN app.d AS integer CHECK (VALUE > 0);

-- migrations/versions/a1.lua:6
CREATE DOMAIN e AS app.d[];

-- migrations/versions/a1.lua:7
CREATE TABLE t (a app.d, b e, c text);

-- migrations/versions/a1.lua:8
CREATE VIEW v AS SELECT a, c::e FROM t;

downgrade (derived)

-- migrations/versions/a1.lua:8
DROP VIEW v;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:6
DROP DOMAIN e;

-- migrations/versions/a1.lua:5
DROP DOMAIN app.d;

-- migrations/versions/a1.lua:3
DROP SCHEMA app;

revision  a2
parent    a1
message   a schema with domains
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:3
DROP VIEW v;

-- migrations/versions/a2.lua:4
ALTER SCHEMA app RENAME TO app2;

-- migrations/versions/a2.lua:5
ALTER DOMAIN app2.d ADD CONSTRAINT "Odd name" CHECK (VALUE <> 7) NOT VALID;

downgrade (derived)

-- migrations/versions/a2.lua:5
ALTER DOMAIN app2.d DROP CONSTRAINT "Odd name";

-- migrations/versions/a2.lua:4
ALTER SCHEMA app2 RENAME TO app;

-- migrations/versions/a2.lua:3
CREATE VIEW v AS SELECT a, c::e FROM t;

revision  a3 (head)
parent    a2
message   a schema with domains
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:3, loses data
DROP SCHEMA app2 CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:3
CREATE SCHEMA app2;

-- migrations/versions/a3.lua:3
CREATE DOMAIN app2.d AS integer CONSTRAINT d_check CHECK (VALUE > 0);

-- migrations/versions/a3.lua:3
CREATE DOMAIN e AS app2.d[];

-- migrations/versions/a3.lua:3
ALTER TABLE t ADD COLUMN a app2.d;

-- migrations/versions/a3.lua:3
ALTER TABLE t ADD COLUMN b e;

-- migrations/versions/a3.lua:3
ALTER DOMAIN app2.d ADD CONSTRAINT "Odd name" CHECK (VALUE <> 7) NOT VALID;
