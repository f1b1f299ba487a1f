revision  a1
parent    <base>
message   objects of many kinds
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:6
CREATE SEQUENCE counter;

-- migrations/versions/a1.lua:7
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  m mood,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:8
CREATE TABLE "Odd table" (
  id bigint
);

-- migrations/versions/a1.lua:10
CREATE VIEW people AS SELECT id, email FROM users;

-- migrations/versions/a1.lua:11
CREATE VIEW names AS SELECT email FROM people;

-- migrations/versions/a1.lua:12
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM users;

-- migrations/versions/a1.lua:13
CREATE DOMAIN amount AS integer CONSTRAINT positive CHECK (VALUE > 0);

-- migrations/versions/a1.lua:14
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a1.lua:15
CREATE FUNCTION f(n text) RETURNS text LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a1.lua:16
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);

-- migrations/versions/a1.lua:17
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);

-- migrations/versions/a1.lua:18
CREATE OPERATOR FAMILY fam USING btree;

-- migrations/versions/a1.lua:19
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a1.lua:20
CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:21
CREATE POLICY own ON users USING (id = 1);

-- migrations/versions/a1.lua:22
CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;

-- migrations/versions/a1.lua:23
CREATE STATISTICS st ON id, email FROM users;

-- migrations/versions/a1.lua:24
CREATE TEXT SEARCH CONFIGURATION words (PARSER = "default");

-- migrations/versions/a1.lua:25
CREATE FOREIGN DATA WRAPPER w;

-- migrations/versions/a1.lua:26
CREATE SERVER srv FOREIGN DATA WRAPPER w;

-- migrations/versions/a1.lua:29
CREATE TYPE address AS (street text, city text);

-- migrations/versions/a1.lua:30
CREATE COLLATION german FROM "de-x-icu";

-- migrations/versions/a1.lua:31
CREATE PUBLICATION news;

-- migrations/versions/a1.lua:32
CREATE FOREIGN TABLE far (a integer) SERVER srv;

downgrade (derived)

-- migrations/versions/a1.lua:33
DROP FOREIGN TABLE far;

-- migrations/versions/a1.lua:33
DROP PUBLICATION news;

-- migrations/versions/a1.lua:33
DROP COLLATION german;

-- migrations/versions/a1.lua:33
DROP TYPE address;

-- migrations/versions/a1.lua:26
DROP SERVER srv;

-- migrations/versions/a1.lua:25
DROP FOREIGN DATA WRAPPER w;

-- migrations/versions/a1.lua:24
DROP TEXT SEARCH CONFIGURATION words;

-- migrations/versions/a1.lua:23
DROP STATISTICS st;

-- migrations/versions/a1.lua:22
DROP RULE quiet ON users;

-- migrations/versions/a1.lua:21
DROP POLICY own ON users;

-- migrations/versions/a1.lua:20
DROP TRIGGER touched ON users;

-- migrations/versions/a1.lua:19
DROP FUNCTION touch();

-- migrations/versions/a1.lua:18
DROP OPERATOR FAMILY fam USING btree;

-- migrations/versions/a1.lua:17
DROP OPERATOR === (integer, integer);

-- migrations/versions/a1.lua:16
DROP AGGREGATE total(integer);

-- migrations/versions/a1.lua:15
DROP FUNCTION f(text);

-- migrations/versions/a1.lua:14
DROP FUNCTION f(integer);

-- migrations/versions/a1.lua:13
DROP DOMAIN amount;

-- migrations/versions/a1.lua:12
DROP MATERIALIZED VIEW counted;

-- migrations/versions/a1.lua:11
DROP VIEW names;

-- migrations/versions/a1.lua:10
DROP VIEW people;

-- migrations/versions/a1.lua:8, loses data
DROP TABLE "Odd table";

-- migrations/versions/a1.lua:7, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:6, loses data
DROP SEQUENCE counter;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   other names
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER VIEW people RENAME TO everyone;

-- migrations/versions/a2.lua:5
ALTER MATERIALIZED VIEW counted RENAME TO "Numbers";

-- migrations/versions/a2.lua:6
ALTER DOMAIN amount RENAME TO quantity;

-- migrations/versions/a2.lua:7
ALTER DOMAIN quantity RENAME CONSTRAINT positive TO above_zero;

-- migrations/versions/a2.lua:8
ALTER TYPE address RENAME TO place;

-- migrations/versions/a2.lua:9
ALTER FUNCTION f(integer) RENAME TO g;

-- migrations/versions/a2.lua:10
ALTER AGGREGATE total(integer) RENAME TO total_of;

-- migrations/versions/a2.lua:11
ALTER OPERATOR family fam using btree RENAME TO family;

-- migrations/versions/a2.lua:12
ALTER TRIGGER touched on users RENAME TO was_touched;

-- migrations/versions/a2.lua:13
ALTER POLICY own on users RENAME TO one;

-- migrations/versions/a2.lua:14
ALTER RULE quiet on users RENAME TO silent;

-- migrations/versions/a2.lua:15
ALTER STATISTICS st RENAME TO pair;

-- migrations/versions/a2.lua:16
ALTER TEXT SEARCH CONFIGURATION words RENAME TO texts;

-- migrations/versions/a2.lua:17
ALTER FOREIGN DATA WRAPPER w RENAME TO wrapper;

-- migrations/versions/a2.lua:18
ALTER SERVER srv RENAME TO far_away;

-- migrations/versions/a2.lua:19
COMMENT ON CONSTRAINT above_zero on domain quantity IS 'really';

-- migrations/versions/a2.lua:20
COMMENT ON FUNCTION g(integer) IS 'what it is given';

downgrade (derived)

-- migrations/versions/a2.lua:20
COMMENT ON FUNCTION g(integer) IS NULL;

-- migrations/versions/a2.lua:19
COMMENT ON CONSTRAINT above_zero ON DOMAIN quantity IS NULL;

-- migrations/versions/a2.lua:18
ALTER SERVER far_away RENAME TO srv;

-- migrations/versions/a2.lua:17
ALTER FOREIGN DATA WRAPPER wrapper RENAME TO w;

-- migrations/versions/a2.lua:16
ALTER TEXT SEARCH CONFIGURATION texts RENAME TO words;

-- migrations/versions/a2.lua:15
ALTER STATISTICS pair RENAME TO st;

-- migrations/versions/a2.lua:14
ALTER RULE silent ON users RENAME TO quiet;

-- migrations/versions/a2.lua:13
ALTER POLICY one ON users RENAME TO own;

-- migrations/versions/a2.lua:12
ALTER TRIGGER was_touched ON users RENAME TO touched;

-- migrations/versions/a2.lua:11
ALTER OPERATOR FAMILY family USING btree RENAME TO fam;

-- migrations/versions/a2.lua:10
ALTER AGGREGATE total_of(integer) RENAME TO total;

-- migrations/versions/a2.lua:9
ALTER FUNCTION g(integer) RENAME TO f;

-- migrations/versions/a2.lua:8
ALTER TYPE place RENAME TO address;

-- migrations/versions/a2.lua:7
ALTER DOMAIN quantity RENAME CONSTRAINT above_zero TO positive;

-- migrations/versions/a2.lua:6
ALTER DOMAIN quantity RENAME TO amount;

-- migrations/versions/a2.lua:5
ALTER MATERIALIZED VIEW "Numbers" RENAME TO counted;

-- migrations/versions/a2.lua:4
ALTER VIEW everyone RENAME TO people;

revision  a3
parent    a2
message   another schema
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE users SET SCHEMA app;

-- migrations/versions/a3.lua:5
ALTER TABLE "Odd table" SET SCHEMA app;

-- migrations/versions/a3.lua:6
ALTER VIEW everyone SET SCHEMA app;

-- migrations/versions/a3.lua:7
ALTER MATERIALIZED VIEW "Numbers" SET SCHEMA app;

-- migrations/versions/a3.lua:8
ALTER SEQUENCE counter SET SCHEMA app;

-- migrations/versions/a3.lua:9
ALTER TYPE mood SET SCHEMA app;

-- migrations/versions/a3.lua:10
ALTER TYPE place SET SCHEMA app;

-- migrations/versions/a3.lua:11
ALTER DOMAIN quantity SET SCHEMA app;

-- migrations/versions/a3.lua:12
ALTER FUNCTION g(integer) SET SCHEMA app;

-- migrations/versions/a3.lua:13
ALTER AGGREGATE total_of(integer) SET SCHEMA app;

-- migrations/versions/a3.lua:14
ALTER OPERATOR ===(integer, integer) SET SCHEMA app;

-- migrations/versions/a3.lua:15
ALTER OPERATOR family family using btree SET SCHEMA app;

-- migrations/versions/a3.lua:16
ALTER STATISTICS pair SET SCHEMA app;

-- migrations/versions/a3.lua:17
ALTER TEXT SEARCH CONFIGURATION texts SET SCHEMA app;

-- migrations/versions/a3.lua:18
CREATE TABLE moods (
  m app.mood,
  q app.quantity
);

downgrade (derived)

-- migrations/versions/a3.lua:18, loses data
DROP TABLE moods;

-- migrations/versions/a3.lua:17
ALTER TEXT SEARCH CONFIGURATION app.texts SET SCHEMA public;

-- migrations/versions/a3.lua:16
ALTER STATISTICS app.pair SET SCHEMA public;

-- migrations/versions/a3.lua:15
ALTER OPERATOR FAMILY app.family USING btree SET SCHEMA public;

-- migrations/versions/a3.lua:14
ALTER OPERATOR app.=== (integer, integer) SET SCHEMA public;

-- migrations/versions/a3.lua:13
ALTER AGGREGATE app.total_of(integer) SET SCHEMA public;

-- migrations/versions/a3.lua:12
ALTER FUNCTION app.g(integer) SET SCHEMA public;

-- migrations/versions/a3.lua:11
ALTER DOMAIN app.quantity SET SCHEMA public;

-- migrations/versions/a3.lua:10
ALTER TYPE app.place SET SCHEMA public;

-- migrations/versions/a3.lua:9
ALTER TYPE app.mood SET SCHEMA public;

-- migrations/versions/a3.lua:8
ALTER SEQUENCE app.counter SET SCHEMA public;

-- migrations/versions/a3.lua:7
ALTER MATERIALIZED VIEW app."Numbers" SET SCHEMA public;

-- migrations/versions/a3.lua:6
ALTER VIEW app.everyone SET SCHEMA public;

-- migrations/versions/a3.lua:5
ALTER TABLE app."Odd table" SET SCHEMA public;

-- migrations/versions/a3.lua:4
ALTER TABLE app.users SET SCHEMA public;

revision  a4
parent    a3
message   other owners
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE app.users OWNER TO "Golden bob";

-- migrations/versions/a4.lua:5
ALTER VIEW app.everyone OWNER TO golden_alice;

-- migrations/versions/a4.lua:6
ALTER SEQUENCE app.counter OWNER TO golden_alice;

-- migrations/versions/a4.lua:7
ALTER TYPE app.mood OWNER TO golden_alice;

-- migrations/versions/a4.lua:8
ALTER DOMAIN app.quantity OWNER TO golden_alice;

-- migrations/versions/a4.lua:9
ALTER FUNCTION app.g(integer) OWNER TO "Golden bob";

-- migrations/versions/a4.lua:10
ALTER SCHEMA app OWNER TO golden_alice;

-- migrations/versions/a4.lua:11
ALTER SERVER far_away OWNER TO golden_alice;

downgrade (derived)

-- migrations/versions/a4.lua:11
ALTER SERVER far_away OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:10
ALTER SCHEMA app OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:9
ALTER FUNCTION app.g(integer) OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:8
ALTER DOMAIN app.quantity OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:7
ALTER TYPE app.mood OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:6
ALTER SEQUENCE app.counter OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:5
ALTER VIEW app.everyone OWNER TO CURRENT_USER;

-- migrations/versions/a4.lua:4
ALTER TABLE app.users OWNER TO CURRENT_USER;

revision  a5 (head)
parent    a4
message   what is not followed gets its name again
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER PUBLICATION news RENAME TO "Late news";

-- migrations/versions/a5.lua:5
ALTER COLLATION public.german RENAME TO deutsch;

-- migrations/versions/a5.lua:6
ALTER FOREIGN TABLE far RENAME TO near;

-- migrations/versions/a5.lua:7
ALTER TYPE app.place RENAME ATTRIBUTE street TO road;

downgrade (derived)

-- migrations/versions/a5.lua:7
ALTER TYPE app.place RENAME ATTRIBUTE road TO street;

-- migrations/versions/a5.lua:6
ALTER TABLE near RENAME TO far;

-- migrations/versions/a5.lua:5
ALTER COLLATION deutsch RENAME TO german;

-- migrations/versions/a5.lua:4
ALTER PUBLICATION "Late news" RENAME TO news;
