revision  a1
parent    <base>
message   what uses what
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';

-- migrations/versions/a1.lua:6
CREATE FUNCTION twice(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t || t';

-- migrations/versions/a1.lua:7
CREATE TYPE pair AS (x integer, y text);

-- migrations/versions/a1.lua:8
CREATE SEQUENCE tickets;

-- migrations/versions/a1.lua:9
CREATE TABLE users (id integer PRIMARY KEY, name text, born date);

-- migrations/versions/a1.lua:10
CREATE TABLE places (n integer DEFAULT twice(1), p pair, m integer GENERATED ALWAYS AS (twice(n)) STORED,
			CONSTRAINT small CHECK (twice(n) < 10));

-- migrations/versions/a1.lua:12
CREATE INDEX places_twice ON places (twice(n)) WHERE n > 0;

-- migrations/versions/a1.lua:13
CREATE INDEX places_text ON places (twice('x'::text));

-- migrations/versions/a1.lua:14
CREATE VIEW doubled AS SELECT twice(n) AS n FROM places;

-- migrations/versions/a1.lua:15
CREATE VIEW spelled AS SELECT twice(name) AS name FROM users;

-- migrations/versions/a1.lua:16
CREATE VIEW xs AS SELECT (p).x FROM places WHERE (p).x > 0;

-- migrations/versions/a1.lua:17
CREATE VIEW grouped AS SELECT u.id, u.name, count(*) AS n FROM users u GROUP BY u.id;

-- migrations/versions/a1.lua:18
CREATE VIEW numbers AS SELECT nextval('tickets') AS n;

downgrade (derived)

-- migrations/versions/a1.lua:18
DROP VIEW numbers;

-- migrations/versions/a1.lua:17
DROP VIEW grouped;

-- migrations/versions/a1.lua:16
DROP VIEW xs;

-- migrations/versions/a1.lua:15
DROP VIEW spelled;

-- migrations/versions/a1.lua:14
DROP VIEW doubled;

-- migrations/versions/a1.lua:13
DROP INDEX places_text;

-- migrations/versions/a1.lua:12
DROP INDEX places_twice;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE places;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:8, loses data
DROP SEQUENCE tickets;

-- migrations/versions/a1.lua:7
DROP TYPE pair;

-- migrations/versions/a1.lua:6
DROP FUNCTION twice(text);

-- migrations/versions/a1.lua:5
DROP FUNCTION twice(integer);

revision  a2
parent    a1
message   a function of several of its name goes
created   2026-11-22T15:11:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
DROP FUNCTION twice(integer) CASCADE;

downgrade (derived)

-- migrations/versions/a2.lua:4
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';

-- migrations/versions/a2.lua:4
ALTER TABLE places ALTER COLUMN n SET DEFAULT twice(1);

-- migrations/versions/a2.lua:4
ALTER TABLE places ADD COLUMN m integer GENERATED ALWAYS AS (twice(n)) STORED;

-- migrations/versions/a2.lua:4
ALTER TABLE places ADD CONSTRAINT small CHECK (twice(n) < 10);

-- migrations/versions/a2.lua:4
CREATE INDEX places_twice ON places (twice(n)) WHERE (n > 0);

-- migrations/versions/a2.lua:4
CREATE VIEW doubled AS SELECT twice(n) AS n FROM places;

revision  a3 (head)
parent    a2
message   an attribute, a primary key and a sequence go
created   2026-11-22T15:12:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TYPE pair RENAME ATTRIBUTE x TO number;

-- migrations/versions/a3.lua:5, loses data
ALTER TYPE pair DROP ATTRIBUTE number CASCADE;

-- migrations/versions/a3.lua:6
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;

-- migrations/versions/a3.lua:7, loses data
DROP SEQUENCE tickets CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:7
CREATE SEQUENCE tickets;

-- migrations/versions/a3.lua:7
CREATE VIEW numbers AS SELECT nextval('tickets') AS n;

-- migrations/versions/a3.lua:6
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- migrations/versions/a3.lua:6
CREATE VIEW grouped AS SELECT u.id, u.name, count(*) AS n FROM users u GROUP BY u.id;

-- migrations/versions/a3.lua:5
ALTER TYPE pair ADD ATTRIBUTE number integer CASCADE;

-- migrations/versions/a3.lua:5
CREATE VIEW xs AS SELECT (p).number AS x FROM places WHERE (p).number > 0;

-- migrations/versions/a3.lua:4
ALTER TYPE pair RENAME ATTRIBUTE number TO x;
