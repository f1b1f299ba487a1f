revision  d1
parent    <base>
message   what is made, changed and gone again in one revision stands in nobody's way
created   2026-11-29T11:30:00Z
file      migrations/versions/d1.lua

upgrade

-- migrations/versions/d1.lua:5
CREATE TABLE t (a integer, b integer);

-- migrations/versions/d1.lua:6
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql BEGIN ATOMIC SELECT * FROM t; END;

-- migrations/versions/d1.lua:7
ALTER TABLE t ADD COLUMN c bigint;

-- migrations/versions/d1.lua:8, loses data
DROP TABLE t CASCADE;

-- migrations/versions/d1.lua:9
CREATE TYPE pair AS (a integer, b integer);

-- migrations/versions/d1.lua:10
CREATE TABLE pairs OF pair;

-- migrations/versions/d1.lua:11
ALTER TYPE pair ALTER ATTRIBUTE b TYPE text CASCADE;

-- migrations/versions/d1.lua:12
CREATE TABLE kept (a integer);

downgrade (derived)

-- migrations/versions/d1.lua:1, loses data
DROP TABLE kept, pairs;

-- migrations/versions/d1.lua:1
DROP TYPE pair;

revision  d2 (head)
parent    d1
message   beside what is there
created   2026-11-29T11:30:00Z
file      migrations/versions/d2.lua

upgrade

-- migrations/versions/d2.lua:5
CREATE FUNCTION g() RETURNS SETOF kept LANGUAGE sql BEGIN ATOMIC SELECT * FROM kept; END;

-- migrations/versions/d2.lua:6
ALTER TABLE kept ADD COLUMN b text, ALTER COLUMN a SET NOT NULL;

-- migrations/versions/d2.lua:7
DROP FUNCTION g();

-- migrations/versions/d2.lua:8
CREATE INDEX ON kept (b);

downgrade (derived)

-- migrations/versions/d2.lua:1, loses data
ALTER TABLE kept DROP COLUMN b;

-- migrations/versions/d2.lua:1
ALTER TABLE kept ALTER COLUMN a DROP NOT NULL;
