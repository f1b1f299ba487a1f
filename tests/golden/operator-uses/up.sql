revision  a1
parent    <base>
message   tables and views that use operators, collations and operator classes
created   2026-11-30T01:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE SCHEMA s;

-- migrations/versions/a1.lua:6
CREATE COLLATION bytes FROM "C";

-- migrations/versions/a1.lua:7
CREATE FUNCTION alike(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';

-- migrations/versions/a1.lua:8
CREATE OPERATOR === (leftarg = int, rightarg = int, function = alike);

-- migrations/versions/a1.lua:9
CREATE OPERATOR CLASS ints FOR TYPE int USING btree AS
			OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);

-- migrations/versions/a1.lua:11
CREATE DOMAIN one AS int CHECK (VALUE === 1);

-- migrations/versions/a1.lua:12
CREATE TABLE t (
			a int CONSTRAINT ones CHECK (a === 1),
			b boolean DEFAULT 1 === 2,
			c boolean GENERATED ALWAYS AS (a === 2) STORED,
			d text COLLATE bytes CONSTRAINT small CHECK (d < 'x' COLLATE bytes)
		);

-- migrations/versions/a1.lua:18
CREATE INDEX t_ones ON t (a ints) WHERE a === 1;

-- migrations/versions/a1.lua:19
CREATE INDEX t_small ON t (d) WHERE d > 'a' COLLATE bytes;

-- migrations/versions/a1.lua:20
CREATE VIEW ones AS SELECT a FROM t WHERE a === 1;

-- migrations/versions/a1.lua:21
CREATE VIEW sorted AS SELECT d COLLATE bytes AS d FROM t WHERE a OPERATOR(public.===) 2;

-- migrations/versions/a1.lua:22
CREATE TABLE p (a int, d text) PARTITION BY RANGE (a ints, d COLLATE bytes);

downgrade (derived)

-- migrations/versions/a1.lua:22, loses data
DROP TABLE p;

-- migrations/versions/a1.lua:21
DROP VIEW sorted;

-- migrations/versions/a1.lua:20
DROP VIEW ones;

-- migrations/versions/a1.lua:19
DROP INDEX t_small;

-- migrations/versions/a1.lua:18
DROP INDEX t_ones;

-- migrations/versions/a1.lua:12, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:11
DROP DOMAIN one;

-- migrations/versions/a1.lua:9
DROP OPERATOR CLASS ints USING btree;

-- migrations/versions/a1.lua:9
DROP OPERATOR FAMILY ints USING btree;

-- migrations/versions/a1.lua:8
DROP OPERATOR === (integer, integer);

-- migrations/versions/a1.lua:7
DROP FUNCTION alike(integer, integer);

-- migrations/versions/a1.lua:6
DROP COLLATION bytes;

-- migrations/versions/a1.lua:5
DROP SCHEMA s;

revision  a2
parent    a1
message   they follow new names
created   2026-11-30T01:01:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER OPERATOR === (int, int) SET SCHEMA s;

-- migrations/versions/a2.lua:6
ALTER COLLATION bytes RENAME TO "by bytes";

-- migrations/versions/a2.lua:7
ALTER OPERATOR CLASS ints USING btree RENAME TO whole;

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER OPERATOR CLASS whole USING btree RENAME TO ints;

-- migrations/versions/a2.lua:6
ALTER COLLATION "by bytes" RENAME TO bytes;

-- migrations/versions/a2.lua:5
ALTER OPERATOR s.=== (integer, integer) SET SCHEMA public;

revision  a3
parent    a2
message   what uses the operator goes with it
created   2026-11-30T01:02:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP OPERATOR s.=== (int, int) CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:4
CREATE OPERATOR s.=== (leftarg = int, rightarg = int, function = alike);

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER COLUMN b SET DEFAULT (1 OPERATOR(s.===) 2);

-- migrations/versions/a3.lua:4
ALTER TABLE t
  ADD COLUMN c boolean GENERATED ALWAYS AS (a OPERATOR(s.===) 2) STORED;

-- migrations/versions/a3.lua:4
ALTER TABLE t ADD CONSTRAINT ones CHECK (a OPERATOR(s.===) 1);

-- migrations/versions/a3.lua:4
ALTER DOMAIN one ADD CONSTRAINT one_check CHECK (VALUE OPERATOR(s.===) 1);

-- migrations/versions/a3.lua:4
CREATE INDEX t_ones ON t (a whole) WHERE (a OPERATOR(s.===) 1);

-- migrations/versions/a3.lua:4
CREATE VIEW sorted AS SELECT d COLLATE "by bytes" AS d FROM t WHERE a OPERATOR(s.===) 2;

-- migrations/versions/a3.lua:4
CREATE VIEW ones AS SELECT a FROM t WHERE a OPERATOR(s.===) 1;

revision  a4 (head)
parent    a3
message   and the class, and the collation
created   2026-11-30T01:03:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
DROP OPERATOR FAMILY ints USING btree CASCADE;

-- migrations/versions/a4.lua:5
DROP COLLATION "by bytes" CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:5
CREATE COLLATION "by bytes" FROM "C";

-- migrations/versions/a4.lua:5
ALTER TABLE t ADD COLUMN d text COLLATE "by bytes";

-- migrations/versions/a4.lua:5
ALTER TABLE t ADD CONSTRAINT small CHECK (d < 'x' COLLATE "by bytes");

-- migrations/versions/a4.lua:5
CREATE INDEX t_small ON t (d) WHERE (d > 'a' COLLATE "by bytes");

-- migrations/versions/a4.lua:4
CREATE OPERATOR FAMILY ints USING btree;

-- migrations/versions/a4.lua:4
CREATE OPERATOR CLASS whole FOR TYPE int USING btree FAMILY ints AS
			OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);

-- migrations/versions/a4.lua:4
CREATE TABLE p (
  a integer,
  d text
)
PARTITION BY RANGE (a whole, d COLLATE "by bytes");
