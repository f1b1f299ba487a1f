revision { id = "d1", message = "what is made, changed and gone again in one revision stands in nobody's way", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE t (a integer, b integer);
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql BEGIN ATOMIC SELECT * FROM t; END;
ALTER TABLE t ADD COLUMN c bigint;
DROP TABLE t CASCADE;
CREATE TYPE pair AS (a integer, b integer);
CREATE TABLE pairs OF pair;
ALTER TYPE pair ALTER ATTRIBUTE b TYPE text CASCADE;
CREATE TABLE kept (a integer);
]]
end
