revision  a1 (head)
parent    <base>
message   what has a comment and no model
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE t (
  a integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (a)
);

-- migrations/versions/a1.lua:5
CREATE VIEW v AS SELECT a FROM t;

-- migrations/versions/a1.lua:6
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:7
CREATE TYPE pair AS (x int);

-- migrations/versions/a1.lua:8
COMMENT ON VIEW v IS 'a view';

-- migrations/versions/a1.lua:9
COMMENT ON COLUMN v.a IS 'its column';

-- migrations/versions/a1.lua:10
COMMENT ON FUNCTION f(int) IS 'a function';

-- migrations/versions/a1.lua:11
COMMENT ON COLUMN pair.x IS 'a field';

-- migrations/versions/a1.lua:12
COMMENT ON TYPE pair IS 'a type';

-- migrations/versions/a1.lua:13
COMMENT ON INDEX t_pkey IS 'the index of a key';

-- migrations/versions/a1.lua:14
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL';

-- migrations/versions/a1.lua:15
COMMENT ON OPERATOR + (int, int) IS 'plus';

downgrade

-- migrations/versions/a1.lua:19
COMMENT ON OPERATOR + (int, int) IS 'add';

-- migrations/versions/a1.lua:20
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';

-- migrations/versions/a1.lua:21
DROP VIEW v;

-- migrations/versions/a1.lua:22
DROP FUNCTION f(int);

-- migrations/versions/a1.lua:23
DROP TYPE pair;

-- migrations/versions/a1.lua:24, loses data
DROP TABLE t;
