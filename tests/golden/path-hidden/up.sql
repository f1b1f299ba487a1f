revision  a1
parent    <base>
message   what is named is in the second schema of the path
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA b;

-- migrations/versions/a1.lua:5
CREATE TABLE b.t (id int, x int);

-- migrations/versions/a1.lua:6
CREATE TYPE b.ty AS ENUM ('a');

-- migrations/versions/a1.lua:7
CREATE FUNCTION b.f(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1;

-- migrations/versions/a1.lua:8
CREATE VIEW b.v AS SELECT id FROM t;

-- migrations/versions/a1.lua:9
CREATE TABLE u (id int DEFAULT f(1), y ty DEFAULT 'a', r t, n text DEFAULT 't'::regclass::text, CHECK (f(id) > 0));

-- migrations/versions/a1.lua:10
CREATE INDEX ON u (f(id));

-- migrations/versions/a1.lua:11
CREATE FUNCTION g(t) RETURNS int LANGUAGE sql RETURN f(1);

-- migrations/versions/a1.lua:12
CREATE VIEW w AS SELECT f(1), null::ty;

downgrade (derived)

-- migrations/versions/a1.lua:12
DROP VIEW w;

-- migrations/versions/a1.lua:11
DROP FUNCTION g(b.t);

-- migrations/versions/a1.lua:10
DROP INDEX u_f_idx;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE u;

-- migrations/versions/a1.lua:8
DROP VIEW b.v;

-- migrations/versions/a1.lua:7
DROP FUNCTION b.f(integer);

-- migrations/versions/a1.lua:6
DROP TYPE b.ty;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE b.t;

-- migrations/versions/a1.lua:4
DROP SCHEMA b;

revision  a2
parent    a1
message   the same names come before it
created   
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE TABLE a.t (id int, x int);

-- migrations/versions/a2.lua:5
CREATE TYPE a.ty AS ENUM ('b');

-- migrations/versions/a2.lua:6
CREATE FUNCTION a.f(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1 + 1;

downgrade (derived)

-- migrations/versions/a2.lua:6
DROP FUNCTION f(integer);

-- migrations/versions/a2.lua:6
ALTER TABLE u ALTER COLUMN id SET DEFAULT f(1);

-- migrations/versions/a2.lua:5
DROP TYPE ty;

-- migrations/versions/a2.lua:5
ALTER TABLE u
  ALTER COLUMN y DROP DEFAULT,
  ALTER COLUMN y TYPE ty,
  ALTER COLUMN y SET DEFAULT 'a';

-- migrations/versions/a2.lua:4, loses data
DROP TABLE t;

-- migrations/versions/a2.lua:4
ALTER TABLE u ALTER COLUMN r TYPE t;

-- migrations/versions/a2.lua:1
DROP INDEX u_f_idx;

-- migrations/versions/a2.lua:1
ALTER TABLE u DROP CONSTRAINT u_id_check;

-- migrations/versions/a2.lua:1
CREATE OR REPLACE FUNCTION g(t) RETURNS int LANGUAGE sql RETURN f(1);

-- migrations/versions/a2.lua:1
ALTER TABLE u ADD CONSTRAINT u_id_check CHECK (f(id) > 0);

-- migrations/versions/a2.lua:1
CREATE INDEX u_f_idx ON u (f(id));

-- migrations/versions/a2.lua:1
CREATE OR REPLACE VIEW b.v AS SELECT id FROM t;

-- migrations/versions/a2.lua:1
CREATE OR REPLACE VIEW w AS SELECT f(1), null::ty;

revision  a3 (head)
parent    a2
message   and what was named is what it was
created   
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:3
DROP FUNCTION g(b.t);

-- migrations/versions/a3.lua:4
ALTER TABLE b.t RENAME COLUMN x TO y;

-- migrations/versions/a3.lua:5
ALTER TYPE b.ty ADD VALUE 'c';

downgrade (derived)

-- migrations/versions/a3.lua:5
DROP VIEW w;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY u ALTER COLUMN y DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TYPE b.ty RENAME TO ty_old;

-- migrations/versions/a3.lua:5
CREATE TYPE b.ty AS ENUM ('a');

-- migrations/versions/a3.lua:5
ALTER TABLE u
  ALTER COLUMN y TYPE b.ty USING y::text::b.ty;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY u ALTER COLUMN y SET DEFAULT 'a';

-- migrations/versions/a3.lua:5
DROP TYPE b.ty_old;

-- migrations/versions/a3.lua:5
CREATE VIEW w AS SELECT b.f(1), null::b.ty;

-- migrations/versions/a3.lua:4
ALTER TABLE b.t RENAME COLUMN y TO x;

-- migrations/versions/a3.lua:3
CREATE FUNCTION g(b.t) RETURNS int LANGUAGE sql RETURN b.f(1);
