revision  a1
parent    <base>
message   what has labels
created   2026-11-29T19:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE SCHEMA secret;

-- migrations/versions/a1.lua:6
CREATE EXTENSION postgres_fdw;

-- migrations/versions/a1.lua:7
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;

-- migrations/versions/a1.lua:8
CREATE TYPE kind AS ENUM ('a', 'b');

-- migrations/versions/a1.lua:9
CREATE TYPE pair AS (x int, y int);

-- migrations/versions/a1.lua:10
CREATE TYPE span AS RANGE (SUBTYPE = float8);

-- migrations/versions/a1.lua:11
CREATE DOMAIN positive AS int CHECK (VALUE > 0);

-- migrations/versions/a1.lua:12
CREATE SEQUENCE numbers;

-- migrations/versions/a1.lua:13
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY, email text, kind kind DEFAULT 'a');

-- migrations/versions/a1.lua:14
CREATE TABLE secret.child () INHERITS (users);

-- migrations/versions/a1.lua:15
CREATE FOREIGN TABLE away (a int) SERVER far;

-- migrations/versions/a1.lua:16
CREATE VIEW v AS SELECT id, email FROM users;

-- migrations/versions/a1.lua:17
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;

-- migrations/versions/a1.lua:18
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:19
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:20
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);

-- migrations/versions/a1.lua:21
CREATE FUNCTION ended() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';

-- migrations/versions/a1.lua:22
CREATE EVENT TRIGGER done ON ddl_command_end EXECUTE FUNCTION ended();

-- migrations/versions/a1.lua:23
CREATE PUBLICATION all_of_it FOR TABLE users;

downgrade (derived)

-- migrations/versions/a1.lua:23
DROP PUBLICATION all_of_it;

-- migrations/versions/a1.lua:22
DROP EVENT TRIGGER done;

-- migrations/versions/a1.lua:21
DROP FUNCTION ended();

-- migrations/versions/a1.lua:20
DROP AGGREGATE total(integer);

-- migrations/versions/a1.lua:19
DROP PROCEDURE p();

-- migrations/versions/a1.lua:18
DROP FUNCTION f(integer);

-- migrations/versions/a1.lua:17
DROP MATERIALIZED VIEW m;

-- migrations/versions/a1.lua:16
DROP VIEW v;

-- migrations/versions/a1.lua:15
DROP FOREIGN TABLE away;

-- migrations/versions/a1.lua:14, loses data
DROP TABLE secret.child;

-- migrations/versions/a1.lua:13, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:12, loses data
DROP SEQUENCE numbers;

-- migrations/versions/a1.lua:11
DROP DOMAIN positive;

-- migrations/versions/a1.lua:10
DROP TYPE span;

-- migrations/versions/a1.lua:9
DROP TYPE pair;

-- migrations/versions/a1.lua:8
DROP TYPE kind;

-- migrations/versions/a1.lua:7
DROP SERVER far;

-- migrations/versions/a1.lua:6
DROP EXTENSION postgres_fdw;

-- migrations/versions/a1.lua:5
DROP SCHEMA secret;

revision  a2
parent    a1
message   labels on each kind
created   2026-11-29T19:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
SECURITY LABEL FOR tester ON SCHEMA secret IS 'a schema';

-- migrations/versions/a2.lua:6
SECURITY LABEL FOR tester ON TYPE kind IS 'an enum';

-- migrations/versions/a2.lua:7
SECURITY LABEL FOR tester ON TYPE pair IS 'a composite type';

-- migrations/versions/a2.lua:8
SECURITY LABEL FOR tester ON COLUMN pair.y IS 'an attribute';

-- migrations/versions/a2.lua:9
SECURITY LABEL FOR tester ON TYPE span IS 'a range';

-- migrations/versions/a2.lua:10
SECURITY LABEL FOR tester ON DOMAIN positive IS 'a domain';

-- migrations/versions/a2.lua:11
SECURITY LABEL FOR tester ON SEQUENCE numbers IS 'a sequence';

-- migrations/versions/a2.lua:12
SECURITY LABEL FOR tester ON SEQUENCE users_id_seq IS 'of an identity';

-- migrations/versions/a2.lua:13
SECURITY LABEL FOR tester ON TABLE users IS 'it''s a table';

-- migrations/versions/a2.lua:14
SECURITY LABEL FOR tester ON COLUMN users.email IS 'a column';

-- migrations/versions/a2.lua:15
SECURITY LABEL FOR tester ON COLUMN secret.child.email IS '';

-- migrations/versions/a2.lua:16
SECURITY LABEL FOR tester ON FOREIGN TABLE away IS 'a foreign table';

-- migrations/versions/a2.lua:17
SECURITY LABEL ON COLUMN away.a IS 'by the one that there is';

-- migrations/versions/a2.lua:18
SECURITY LABEL ON VIEW v IS 'a view';

-- migrations/versions/a2.lua:19
SECURITY LABEL ON COLUMN v.email IS 'of a view';

-- migrations/versions/a2.lua:20
SECURITY LABEL ON MATERIALIZED VIEW m IS 'a materialized view';

-- migrations/versions/a2.lua:21
SECURITY LABEL ON COLUMN m.one IS 'of a materialized view';

-- migrations/versions/a2.lua:22
SECURITY LABEL FOR tester ON FUNCTION f(int) IS 'a function';

-- migrations/versions/a2.lua:23
SECURITY LABEL ON PROCEDURE p() IS 'a procedure';

-- migrations/versions/a2.lua:24
SECURITY LABEL FOR tester ON AGGREGATE total(int) IS 'an aggregate';

-- migrations/versions/a2.lua:25
SECURITY LABEL FOR tester ON EVENT TRIGGER done IS 'an event trigger';

-- migrations/versions/a2.lua:26
SECURITY LABEL FOR tester ON PUBLICATION all_of_it IS 'a publication';

downgrade (derived)

-- migrations/versions/a2.lua:26
SECURITY LABEL FOR tester ON PUBLICATION all_of_it IS NULL;

-- migrations/versions/a2.lua:25
SECURITY LABEL FOR tester ON EVENT TRIGGER done IS NULL;

-- migrations/versions/a2.lua:24
SECURITY LABEL FOR tester ON AGGREGATE total(integer) IS NULL;

-- migrations/versions/a2.lua:23
SECURITY LABEL ON PROCEDURE p() IS NULL;

-- migrations/versions/a2.lua:22
SECURITY LABEL FOR tester ON FUNCTION f(integer) IS NULL;

-- migrations/versions/a2.lua:21
SECURITY LABEL ON COLUMN m.one IS NULL;

-- migrations/versions/a2.lua:20
SECURITY LABEL ON MATERIALIZED VIEW m IS NULL;

-- migrations/versions/a2.lua:19
SECURITY LABEL ON COLUMN v.email IS NULL;

-- migrations/versions/a2.lua:18
SECURITY LABEL ON VIEW v IS NULL;

-- migrations/versions/a2.lua:17
SECURITY LABEL ON COLUMN away.a IS NULL;

-- migrations/versions/a2.lua:16
SECURITY LABEL FOR tester ON FOREIGN TABLE away IS NULL;

-- migrations/versions/a2.lua:15
SECURITY LABEL FOR tester ON COLUMN secret.child.email IS NULL;

-- migrations/versions/a2.lua:14
SECURITY LABEL FOR tester ON COLUMN users.email IS NULL;

-- migrations/versions/a2.lua:13
SECURITY LABEL FOR tester ON TABLE users IS NULL;

-- migrations/versions/a2.lua:12
SECURITY LABEL FOR tester ON SEQUENCE users_id_seq IS NULL;

-- migrations/versions/a2.lua:11
SECURITY LABEL FOR tester ON SEQUENCE numbers IS NULL;

-- migrations/versions/a2.lua:10
SECURITY LABEL FOR tester ON DOMAIN positive IS NULL;

-- migrations/versions/a2.lua:9
SECURITY LABEL FOR tester ON TYPE span IS NULL;

-- migrations/versions/a2.lua:8
SECURITY LABEL FOR tester ON COLUMN pair.y IS NULL;

-- migrations/versions/a2.lua:7
SECURITY LABEL FOR tester ON TYPE pair IS NULL;

-- migrations/versions/a2.lua:6
SECURITY LABEL FOR tester ON TYPE kind IS NULL;

-- migrations/versions/a2.lua:5
SECURITY LABEL FOR tester ON SCHEMA secret IS NULL;

revision  a3
parent    a2
message   others, and none
created   2026-11-29T19:00:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
SECURITY LABEL FOR tester ON TABLE users IS 'another';

-- migrations/versions/a3.lua:6
SECURITY LABEL ON COLUMN users.email IS 'said without the provider';

-- migrations/versions/a3.lua:7
SECURITY LABEL FOR tester ON COLUMN secret.child.email IS NULL;

-- migrations/versions/a3.lua:8
SECURITY LABEL FOR tester ON COLUMN away.a IS 'with the provider';

-- migrations/versions/a3.lua:9
SECURITY LABEL ON VIEW v IS NULL;

-- migrations/versions/a3.lua:10
SECURITY LABEL ON FUNCTION f(int) IS '';

-- migrations/versions/a3.lua:11
SECURITY LABEL ON TYPE pair IS NULL;

-- migrations/versions/a3.lua:12
SECURITY LABEL ON COLUMN pair.y IS 'another';

-- migrations/versions/a3.lua:13
CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';

-- migrations/versions/a3.lua:14
CREATE OR REPLACE VIEW v AS SELECT id, email, 1 AS more FROM users;

-- migrations/versions/a3.lua:15
ALTER TABLE users RENAME TO people;

-- migrations/versions/a3.lua:16
ALTER TABLE people RENAME email TO mail;

-- migrations/versions/a3.lua:17
ALTER TYPE pair RENAME ATTRIBUTE y TO z;

-- migrations/versions/a3.lua:18
ALTER FUNCTION f(int) SET SCHEMA secret;

-- migrations/versions/a3.lua:20
ALTER TABLE ONLY people ALTER COLUMN kind DROP DEFAULT;

-- migrations/versions/a3.lua:20
ALTER TABLE ONLY secret.child ALTER COLUMN kind DROP DEFAULT;

-- migrations/versions/a3.lua:20
ALTER TYPE kind RENAME TO kind_old;

-- migrations/versions/a3.lua:20
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/a3.lua:20
ALTER TABLE people
  ALTER COLUMN kind TYPE kind USING kind::text::kind;

-- migrations/versions/a3.lua:20
ALTER TABLE ONLY people ALTER COLUMN kind SET DEFAULT 'a';

-- migrations/versions/a3.lua:20
ALTER TABLE ONLY secret.child ALTER COLUMN kind SET DEFAULT 'a';

-- migrations/versions/a3.lua:20
DROP TYPE kind_old;

-- migrations/versions/a3.lua:20
SECURITY LABEL FOR tester ON TYPE kind IS 'an enum';

downgrade (derived)

-- migrations/versions/a3.lua:20
ALTER TYPE kind ADD VALUE 'b' AFTER 'a';

-- migrations/versions/a3.lua:18
ALTER FUNCTION secret.f(integer) SET SCHEMA public;

-- migrations/versions/a3.lua:17
ALTER TYPE pair RENAME ATTRIBUTE z TO y;

-- migrations/versions/a3.lua:16
ALTER TABLE people RENAME COLUMN mail TO email;

-- migrations/versions/a3.lua:15
ALTER TABLE people RENAME TO users;

-- migrations/versions/a3.lua:14
DROP VIEW v;

-- migrations/versions/a3.lua:14
CREATE VIEW v AS SELECT id, email FROM users;

-- migrations/versions/a3.lua:14
SECURITY LABEL ON COLUMN v.email IS 'of a view';

-- migrations/versions/a3.lua:13
CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a3.lua:12
SECURITY LABEL FOR tester ON COLUMN pair.y IS 'an attribute';

-- migrations/versions/a3.lua:11
SECURITY LABEL FOR tester ON TYPE pair IS 'a composite type';

-- migrations/versions/a3.lua:10
SECURITY LABEL FOR tester ON FUNCTION f(integer) IS 'a function';

-- migrations/versions/a3.lua:9
SECURITY LABEL ON VIEW v IS 'a view';

-- migrations/versions/a3.lua:8
SECURITY LABEL FOR tester ON COLUMN away.a IS NULL;

-- migrations/versions/a3.lua:8
SECURITY LABEL ON COLUMN away.a IS 'by the one that there is';

-- migrations/versions/a3.lua:7
SECURITY LABEL FOR tester ON COLUMN secret.child.email IS '';

-- migrations/versions/a3.lua:6
SECURITY LABEL FOR tester ON COLUMN users.email IS 'a column';

-- migrations/versions/a3.lua:5
SECURITY LABEL FOR tester ON TABLE users IS 'it''s a table';

revision  a4
parent    a3
message   labels go with what they are on
created   2026-11-29T19:00:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5, loses data
ALTER TABLE people DROP COLUMN mail CASCADE;

-- migrations/versions/a4.lua:6
ALTER TYPE pair DROP ATTRIBUTE z;

-- migrations/versions/a4.lua:8
ALTER TABLE people ALTER COLUMN id DROP IDENTITY;

downgrade (derived)

-- migrations/versions/a4.lua:8
ALTER TABLE people
  ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME users_id_seq);

-- migrations/versions/a4.lua:8
SECURITY LABEL FOR tester ON SEQUENCE users_id_seq IS 'of an identity';

-- migrations/versions/a4.lua:6
ALTER TYPE pair ADD ATTRIBUTE z integer;

-- migrations/versions/a4.lua:6
SECURITY LABEL FOR tester ON COLUMN pair.z IS 'another';

-- migrations/versions/a4.lua:5
ALTER TABLE people ADD COLUMN mail text;

-- migrations/versions/a4.lua:5
CREATE VIEW v AS SELECT id, mail AS email, 1 AS more FROM people;

-- migrations/versions/a4.lua:5
SECURITY LABEL FOR tester ON COLUMN people.mail IS 'said without the provider';

-- migrations/versions/a4.lua:5
SECURITY LABEL ON COLUMN v.email IS 'of a view';

revision  a5 (head)
parent    a4
message   all of it
created   2026-11-29T19:00:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5, loses data
DROP TABLE people CASCADE;

-- migrations/versions/a5.lua:6, loses data
DROP SCHEMA secret CASCADE;

-- migrations/versions/a5.lua:7
DROP TYPE kind, pair, span;

-- migrations/versions/a5.lua:8
DROP DOMAIN positive;

-- migrations/versions/a5.lua:9, loses data
DROP SEQUENCE numbers;

-- migrations/versions/a5.lua:10
DROP SERVER far CASCADE;

-- migrations/versions/a5.lua:11
DROP MATERIALIZED VIEW m;

-- migrations/versions/a5.lua:12
DROP PROCEDURE p;

-- migrations/versions/a5.lua:13
DROP AGGREGATE total(int);

-- migrations/versions/a5.lua:14
DROP EVENT TRIGGER done;

-- migrations/versions/a5.lua:15
DROP FUNCTION ended;

-- migrations/versions/a5.lua:16
DROP PUBLICATION all_of_it;

downgrade (derived)

-- migrations/versions/a5.lua:16
CREATE PUBLICATION all_of_it;

-- migrations/versions/a5.lua:16
SECURITY LABEL FOR tester ON PUBLICATION all_of_it IS 'a publication';

-- migrations/versions/a5.lua:15
CREATE FUNCTION ended() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';

-- migrations/versions/a5.lua:14
CREATE EVENT TRIGGER done ON ddl_command_end EXECUTE FUNCTION ended();

-- migrations/versions/a5.lua:14
SECURITY LABEL FOR tester ON EVENT TRIGGER done IS 'an event trigger';

-- migrations/versions/a5.lua:13
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);

-- migrations/versions/a5.lua:13
SECURITY LABEL FOR tester ON AGGREGATE total(integer) IS 'an aggregate';

-- migrations/versions/a5.lua:12
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a5.lua:12
SECURITY LABEL ON PROCEDURE p() IS 'a procedure';

-- migrations/versions/a5.lua:11
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;

-- migrations/versions/a5.lua:11
SECURITY LABEL ON MATERIALIZED VIEW m IS 'a materialized view';

-- migrations/versions/a5.lua:11
SECURITY LABEL ON COLUMN m.one IS 'of a materialized view';

-- migrations/versions/a5.lua:10
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;

-- migrations/versions/a5.lua:10
CREATE FOREIGN TABLE away (
  a integer
)
SERVER far;

-- migrations/versions/a5.lua:10
SECURITY LABEL FOR tester ON FOREIGN TABLE away IS 'a foreign table';

-- migrations/versions/a5.lua:10
SECURITY LABEL FOR tester ON COLUMN away.a IS 'with the provider';

-- migrations/versions/a5.lua:9
CREATE SEQUENCE numbers;

-- migrations/versions/a5.lua:9
SECURITY LABEL FOR tester ON SEQUENCE numbers IS 'a sequence';

-- migrations/versions/a5.lua:8
CREATE DOMAIN positive AS integer CONSTRAINT positive_check CHECK (VALUE > 0);

-- migrations/versions/a5.lua:8
SECURITY LABEL FOR tester ON DOMAIN positive IS 'a domain';

-- migrations/versions/a5.lua:7
CREATE TYPE span AS RANGE (SUBTYPE = float8);

-- migrations/versions/a5.lua:7
CREATE TYPE pair AS (x integer);

-- migrations/versions/a5.lua:7
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/a5.lua:7
SECURITY LABEL FOR tester ON TYPE span IS 'a range';

-- migrations/versions/a5.lua:7
SECURITY LABEL FOR tester ON TYPE kind IS 'an enum';

-- migrations/versions/a5.lua:6
CREATE SCHEMA secret;

-- migrations/versions/a5.lua:6
CREATE FUNCTION secret.f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';

-- migrations/versions/a5.lua:6
SECURITY LABEL FOR tester ON SCHEMA secret IS 'a schema';

-- migrations/versions/a5.lua:6
SECURITY LABEL FOR tester ON FUNCTION secret.f(integer) IS '';

-- migrations/versions/a5.lua:5
CREATE TABLE people (
  id integer NOT NULL,
  kind kind DEFAULT 'a'
);

-- migrations/versions/a5.lua:5
CREATE TABLE secret.child ()
INHERITS (people);

-- migrations/versions/a5.lua:5
ALTER PUBLICATION all_of_it ADD TABLE ONLY people;

-- migrations/versions/a5.lua:5
ALTER PUBLICATION all_of_it ADD TABLE ONLY secret.child;

-- migrations/versions/a5.lua:5
SECURITY LABEL FOR tester ON TABLE people IS 'another';
