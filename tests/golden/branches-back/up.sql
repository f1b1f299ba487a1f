revision  a1 (branch point)
parent    <base>
message   a1
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/a1.lua:5
CREATE TABLE t (
  k kind,
  n integer,
  o integer
);

-- migrations/versions/a1.lua:6
CREATE VIEW seen AS SELECT n FROM t;

-- migrations/versions/a1.lua:7
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';

downgrade (derived)

-- migrations/versions/a1.lua:7
DROP FUNCTION twice(integer);

-- migrations/versions/a1.lua:6
DROP VIEW seen;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:4
DROP TYPE kind;

revision  b1
parent    a1
message   b1
created   
file      migrations/versions/b1.lua

upgrade

-- migrations/versions/b1.lua:4
ALTER TYPE kind ADD VALUE 'z';

downgrade (derived)

-- migrations/versions/b1.lua:4
ALTER TYPE kind RENAME TO kind_old;

-- migrations/versions/b1.lua:4
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/b1.lua:4
ALTER TABLE t
  ALTER COLUMN k TYPE kind USING k::text::kind;

-- migrations/versions/b1.lua:4
DROP TYPE kind_old;
-- not while c2 is applied: add_column (migrations/versions/c2.lua:4)

revision  b2
parent    b1
message   b2
created   
file      migrations/versions/b2.lua

upgrade

-- migrations/versions/b2.lua:4
CREATE OR REPLACE VIEW seen AS SELECT n, o FROM t;

-- migrations/versions/b2.lua:5
ALTER TABLE t ADD COLUMN of_b text;

downgrade (derived)

-- migrations/versions/b2.lua:5, loses data
ALTER TABLE t DROP COLUMN of_b;

-- migrations/versions/b2.lua:4
DROP VIEW seen;

-- migrations/versions/b2.lua:4
CREATE VIEW seen AS SELECT n FROM t;
-- not while c3 is applied: execute (migrations/versions/c3.lua:4)

revision  b3
parent    b2
message   b3
created   
file      migrations/versions/b3.lua

upgrade

-- migrations/versions/b3.lua:4
CREATE OR REPLACE FUNCTION twice(n integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';

downgrade (derived)

-- migrations/versions/b3.lua:4
DROP FUNCTION twice(integer);

-- migrations/versions/b3.lua:4
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';
-- not while c3 is applied: create_check_constraint (migrations/versions/c3.lua:5)

revision  c1
parent    a1
message   c1
created   
file      migrations/versions/c1.lua

upgrade

-- migrations/versions/c1.lua:4
CREATE TABLE own (
  n integer
);

-- migrations/versions/c1.lua:5
ALTER TABLE t ADD COLUMN of_c text;

downgrade (derived)

-- migrations/versions/c1.lua:5, loses data
ALTER TABLE t DROP COLUMN of_c;

-- migrations/versions/c1.lua:4, loses data
DROP TABLE own;

revision  c2
parent    c1
message   c2
created   
file      migrations/versions/c2.lua

upgrade

-- migrations/versions/c2.lua:4
ALTER TABLE own ADD COLUMN k kind;

downgrade (derived)

-- migrations/versions/c2.lua:4, loses data
ALTER TABLE own DROP COLUMN k;

revision  c3
parent    c2
message   c3
created   
file      migrations/versions/c3.lua

upgrade

-- migrations/versions/c3.lua:4
CREATE VIEW seeing AS SELECT n FROM seen;

-- migrations/versions/c3.lua:5
ALTER TABLE own ADD CONSTRAINT own_n_check CHECK (twice(n) > 0);

-- migrations/versions/c3.lua:6
CREATE INDEX own_k_idx ON own (k);

downgrade (derived)

-- migrations/versions/c3.lua:6
DROP INDEX own_k_idx;

-- migrations/versions/c3.lua:5
ALTER TABLE own DROP CONSTRAINT own_n_check;

-- migrations/versions/c3.lua:4
DROP VIEW seeing;

revision  m1 (head) (merge)
parents   b3, c3
message   m1
created   
file      migrations/versions/m1.lua

upgrade

-- migrations/versions/m1.lua:4
CREATE INDEX t_of_b_of_c_idx ON t (of_b, of_c);

downgrade (derived)

-- migrations/versions/m1.lua:4
DROP INDEX t_of_b_of_c_idx;
