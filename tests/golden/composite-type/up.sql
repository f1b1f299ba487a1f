revision  a1
parent    <base>
message   composite types
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:7
CREATE TYPE pair AS (a int, b varchar(20) COLLATE "C", "Odd name" numeric(5,2)[]);

-- migrations/versions/a1.lua:8
CREATE TYPE app.line AS (from_p pair, to_p pair[], mood mood);

-- migrations/versions/a1.lua:9
CREATE TYPE nothing AS ();

-- migrations/versions/a1.lua:10
COMMENT ON TYPE pair IS 'two and one';

-- migrations/versions/a1.lua:11
COMMENT ON COLUMN pair."Odd name" IS 'odd';

-- migrations/versions/a1.lua:12
CREATE FUNCTION first(p pair) RETURNS integer LANGUAGE sql RETURN (p).a;

-- migrations/versions/a1.lua:13
CREATE DOMAIN some_pair AS pair CHECK ((VALUE).a > 0);

-- migrations/versions/a1.lua:15
CREATE TABLE t (
  id bigint NOT NULL,
  p pair,
  l app.line[],
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:16
CREATE TYPE shape AS (id int, what text);

-- migrations/versions/a1.lua:17
CREATE TABLE typed OF shape (PRIMARY KEY (id));

-- migrations/versions/a1.lua:18
CREATE TABLE like_it (LIKE shape, more int);

downgrade (derived)

-- migrations/versions/a1.lua:18, loses data
DROP TABLE like_it;

-- migrations/versions/a1.lua:17, loses data
DROP TABLE typed;

-- migrations/versions/a1.lua:16
DROP TYPE shape;

-- migrations/versions/a1.lua:15, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:13
DROP DOMAIN some_pair;

-- migrations/versions/a1.lua:12
DROP FUNCTION first(pair);

-- migrations/versions/a1.lua:11
COMMENT ON COLUMN pair."Odd name" IS NULL;

-- migrations/versions/a1.lua:10
COMMENT ON TYPE pair IS NULL;

-- migrations/versions/a1.lua:9
DROP TYPE nothing;

-- migrations/versions/a1.lua:8
DROP TYPE app.line;

-- migrations/versions/a1.lua:7
DROP TYPE pair;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   altered
created   2026-11-22T15:11:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE pair ADD ATTRIBUTE c text, ADD ATTRIBUTE d mood;

-- migrations/versions/a2.lua:5, loses data
ALTER TYPE pair DROP ATTRIBUTE IF EXISTS nothing, DROP ATTRIBUTE b;

-- migrations/versions/a2.lua:6
ALTER TYPE pair RENAME ATTRIBUTE "Odd name" TO even;

-- migrations/versions/a2.lua:7
COMMENT ON COLUMN pair.even IS 'even';

-- migrations/versions/a2.lua:8
CREATE TYPE free AS (x int, y text);

-- migrations/versions/a2.lua:9
ALTER TYPE free ALTER ATTRIBUTE x TYPE bigint, ALTER ATTRIBUTE y SET DATA TYPE varchar(5) COLLATE "C", DROP ATTRIBUTE IF EXISTS z;

-- migrations/versions/a2.lua:10
ALTER TYPE shape ADD ATTRIBUTE more bigint CASCADE;

-- migrations/versions/a2.lua:11
ALTER TYPE shape RENAME ATTRIBUTE what TO why CASCADE;

-- migrations/versions/a2.lua:12
ALTER TYPE shape ALTER ATTRIBUTE why TYPE varchar(30) CASCADE;

-- migrations/versions/a2.lua:13
CREATE INDEX typed_why_idx ON typed (why);

downgrade (derived)

-- migrations/versions/a2.lua:13
DROP INDEX typed_why_idx;

-- migrations/versions/a2.lua:12
ALTER TYPE shape ALTER ATTRIBUTE why TYPE text CASCADE;

-- migrations/versions/a2.lua:11
ALTER TYPE shape RENAME ATTRIBUTE why TO what CASCADE;

-- migrations/versions/a2.lua:10, loses data
ALTER TYPE shape DROP ATTRIBUTE more CASCADE;

-- migrations/versions/a2.lua:9
ALTER TYPE free ALTER ATTRIBUTE x TYPE integer;

-- migrations/versions/a2.lua:9
ALTER TYPE free ALTER ATTRIBUTE y TYPE text;

-- migrations/versions/a2.lua:8
DROP TYPE free;

-- migrations/versions/a2.lua:7
COMMENT ON COLUMN pair.even IS 'odd';

-- migrations/versions/a2.lua:6
ALTER TYPE pair RENAME ATTRIBUTE even TO "Odd name";

-- migrations/versions/a2.lua:5
ALTER TYPE pair ADD ATTRIBUTE b character varying(20) COLLATE "C";

-- migrations/versions/a2.lua:4, loses data
ALTER TYPE pair DROP ATTRIBUTE c;

-- migrations/versions/a2.lua:4, loses data
ALTER TYPE pair DROP ATTRIBUTE d;

revision  a3
parent    a2
message   moved
created   2026-11-22T15:12:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TYPE pair RENAME TO two;

-- migrations/versions/a3.lua:5
ALTER TYPE two SET SCHEMA app;

-- migrations/versions/a3.lua:6
ALTER TYPE mood RENAME TO feeling;

-- migrations/versions/a3.lua:7
ALTER TYPE free ALTER ATTRIBUTE y TYPE text;

-- migrations/versions/a3.lua:8, loses data
ALTER TYPE shape DROP ATTRIBUTE why CASCADE;

-- migrations/versions/a3.lua:9
ALTER TYPE free OWNER TO CURRENT_USER;

-- migrations/versions/a3.lua:10
REVOKE USAGE ON TYPE free FROM PUBLIC;

-- migrations/versions/a3.lua:11
COMMENT ON TYPE app.two IS NULL;

downgrade (derived)

-- migrations/versions/a3.lua:11
COMMENT ON TYPE app.two IS 'two and one';

-- migrations/versions/a3.lua:10
GRANT USAGE ON TYPE free TO PUBLIC;

-- migrations/versions/a3.lua:8
ALTER TYPE shape ADD ATTRIBUTE why character varying(30) CASCADE;

-- migrations/versions/a3.lua:8
CREATE INDEX typed_why_idx ON typed (why);

-- migrations/versions/a3.lua:7
ALTER TYPE free ALTER ATTRIBUTE y TYPE character varying(5) COLLATE "C";

-- migrations/versions/a3.lua:6
ALTER TYPE feeling RENAME TO mood;

-- migrations/versions/a3.lua:5
ALTER TYPE app.two SET SCHEMA public;

-- migrations/versions/a3.lua:4
ALTER TYPE two RENAME TO pair;

revision  a4 (head)
parent    a3
message   dropped
created   2026-11-22T15:13:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4, loses data
DROP TYPE feeling CASCADE;

-- migrations/versions/a4.lua:5
DROP TYPE IF EXISTS free, nothing, nobody;

-- migrations/versions/a4.lua:6, loses data
DROP TYPE app.two CASCADE;

-- migrations/versions/a4.lua:7, loses data
DROP TYPE shape CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:7
CREATE TYPE shape AS (id integer, more bigint);

-- migrations/versions/a4.lua:7
CREATE TABLE typed OF shape (
  id NOT NULL,
  CONSTRAINT typed_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:6
CREATE TYPE app.two AS (a integer, even numeric(5,2)[], c text);

-- migrations/versions/a4.lua:6
CREATE DOMAIN some_pair AS app.two CONSTRAINT some_pair_check CHECK ((VALUE).a > 0);

-- migrations/versions/a4.lua:6
ALTER TYPE app.line ADD ATTRIBUTE from_p app.two;

-- migrations/versions/a4.lua:6
ALTER TYPE app.line ADD ATTRIBUTE to_p app.two[];

-- migrations/versions/a4.lua:6
CREATE FUNCTION first(p app.two) RETURNS integer LANGUAGE sql RETURN (p).a;

-- migrations/versions/a4.lua:6
ALTER TABLE t ADD COLUMN p app.two;

-- migrations/versions/a4.lua:6
COMMENT ON COLUMN app.two.even IS 'even';

-- migrations/versions/a4.lua:5
CREATE TYPE nothing AS ();

-- migrations/versions/a4.lua:5
CREATE TYPE free AS (x bigint, y text);

-- migrations/versions/a4.lua:5
REVOKE USAGE ON TYPE free FROM PUBLIC;

-- migrations/versions/a4.lua:4
CREATE TYPE feeling AS ENUM ('sad', 'happy');

-- migrations/versions/a4.lua:4
ALTER TYPE app.line ADD ATTRIBUTE mood feeling;

-- migrations/versions/a4.lua:4
ALTER TYPE app.two ADD ATTRIBUTE d feeling;
