revision  a1
parent    <base>
message   functions and procedures
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE COST 5 AS 'SELECT a + b';

-- migrations/versions/a1.lua:8
CREATE FUNCTION add(a text, b text) RETURNS text LANGUAGE sql RETURN a || b;

-- migrations/versions/a1.lua:9
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a1.lua:10
CREATE FUNCTION emails(m mood) RETURNS SETOF text LANGUAGE sql STABLE BEGIN ATOMIC SELECT email FROM users; END;

-- migrations/versions/a1.lua:11
CREATE FUNCTION pair(OUT a integer, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;

-- migrations/versions/a1.lua:12
CREATE PROCEDURE clean(keep integer) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN END $$;

-- migrations/versions/a1.lua:13
CREATE FUNCTION every(VARIADIC v integer[]) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM unnest(v)';

-- migrations/versions/a1.lua:14
COMMENT ON FUNCTION add(integer, integer) IS 'adds';

downgrade (derived)

-- migrations/versions/a1.lua:14
COMMENT ON FUNCTION add(integer, integer) IS NULL;

-- migrations/versions/a1.lua:13
DROP FUNCTION public.every(integer[]);

-- migrations/versions/a1.lua:12
DROP PROCEDURE clean(integer);

-- migrations/versions/a1.lua:11
DROP FUNCTION pair();

-- migrations/versions/a1.lua:10
DROP FUNCTION emails(mood);

-- migrations/versions/a1.lua:9
DROP FUNCTION touch();

-- migrations/versions/a1.lua:8
DROP FUNCTION add(text, text);

-- migrations/versions/a1.lua:7
DROP FUNCTION add(integer, integer);

-- migrations/versions/a1.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE SCHEMA app;

-- migrations/versions/a2.lua:6
CREATE OR REPLACE FUNCTION add(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT a + b + 1';

-- migrations/versions/a2.lua:7
ALTER FUNCTION touch() SECURITY DEFINER SET search_path TO public, pg_temp;

-- migrations/versions/a2.lua:8
ALTER FUNCTION emails(mood) VOLATILE ROWS 5 PARALLEL SAFE;

-- migrations/versions/a2.lua:9
ALTER FUNCTION add(text, text) RENAME TO concatenate;

-- migrations/versions/a2.lua:10
ALTER FUNCTION pair() SET SCHEMA app;

-- migrations/versions/a2.lua:11
ALTER PROCEDURE clean(integer) SECURITY INVOKER RESET search_path;

-- migrations/versions/a2.lua:13
ALTER TABLE users RENAME COLUMN email TO mail;

-- migrations/versions/a2.lua:14
ALTER TYPE mood RENAME TO feeling;

downgrade (derived)

-- migrations/versions/a2.lua:14
ALTER TYPE feeling RENAME TO mood;

-- migrations/versions/a2.lua:13
ALTER TABLE users RENAME COLUMN mail TO email;

-- migrations/versions/a2.lua:11
ALTER PROCEDURE clean(integer) SECURITY DEFINER;

-- migrations/versions/a2.lua:11
ALTER PROCEDURE clean(integer) SET search_path TO 'public';

-- migrations/versions/a2.lua:10
ALTER FUNCTION app.pair() SET SCHEMA public;

-- migrations/versions/a2.lua:9
ALTER FUNCTION concatenate(text, text) RENAME TO add;

-- migrations/versions/a2.lua:8
ALTER FUNCTION emails(mood) stable;

-- migrations/versions/a2.lua:8
ALTER FUNCTION emails(mood) ROWS 1000;

-- migrations/versions/a2.lua:8
ALTER FUNCTION emails(mood) PARALLEL UNSAFE;

-- migrations/versions/a2.lua:7
ALTER FUNCTION touch() SECURITY INVOKER;

-- migrations/versions/a2.lua:7
ALTER FUNCTION touch() RESET search_path;

-- migrations/versions/a2.lua:6
CREATE OR REPLACE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE COST 5 AS 'SELECT a + b';

-- migrations/versions/a2.lua:4
DROP SCHEMA app;

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP FUNCTION add, concatenate(text, text), emails;

-- migrations/versions/a3.lua:6
DROP FUNCTION touch();

-- migrations/versions/a3.lua:7
DROP PROCEDURE clean(integer);

-- migrations/versions/a3.lua:8
DROP FUNCTION app.pair, every(integer[]);

downgrade (derived)

-- migrations/versions/a3.lua:8
CREATE FUNCTION every(VARIADIC v integer[]) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM unnest(v)';

-- migrations/versions/a3.lua:8
CREATE FUNCTION app.pair(OUT a integer, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;

-- migrations/versions/a3.lua:7
CREATE PROCEDURE clean(keep integer) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN END $$;

-- migrations/versions/a3.lua:7
ALTER PROCEDURE clean(integer) SECURITY INVOKER;

-- migrations/versions/a3.lua:7
ALTER PROCEDURE clean(integer) RESET search_path;

-- migrations/versions/a3.lua:6
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a3.lua:6
ALTER FUNCTION touch() SECURITY DEFINER;

-- migrations/versions/a3.lua:6
ALTER FUNCTION touch() SET search_path TO 'public', 'pg_temp';

-- migrations/versions/a3.lua:5
CREATE FUNCTION concatenate(a text, b text) RETURNS text LANGUAGE sql RETURN a || b;

-- migrations/versions/a3.lua:5
CREATE FUNCTION add(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT a + b + 1';

-- migrations/versions/a3.lua:5
CREATE FUNCTION emails(m feeling) RETURNS SETOF text LANGUAGE sql STABLE BEGIN ATOMIC SELECT mail AS email FROM users; END;

-- migrations/versions/a3.lua:5
ALTER FUNCTION emails(feeling) volatile;

-- migrations/versions/a3.lua:5
ALTER FUNCTION emails(feeling) rows 5;

-- migrations/versions/a3.lua:5
ALTER FUNCTION emails(feeling) PARALLEL safe;

-- migrations/versions/a3.lua:5
COMMENT ON FUNCTION add(integer, integer) IS 'adds';

revision  a4
parent    a3
message   with names that the server has
created   2026-11-30T01:30:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE FUNCTION public.now() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;

-- migrations/versions/a4.lua:6
CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;

-- migrations/versions/a4.lua:7
CREATE PROCEDURE public.abs(integer) LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a4.lua:8
CREATE AGGREGATE public.max(integer) (SFUNC = int4larger, STYPE = integer);

-- migrations/versions/a4.lua:9
CREATE TABLE words (word text CHECK (public.lower(word) <> 'a'));

-- migrations/versions/a4.lua:10
CREATE VIEW theirs AS SELECT public.now() AS a, now() AS b, public.max(1) AS c;

downgrade (derived)

-- migrations/versions/a4.lua:10
DROP VIEW theirs;

-- migrations/versions/a4.lua:9, loses data
DROP TABLE words;

-- migrations/versions/a4.lua:8
DROP AGGREGATE public.max(integer);

-- migrations/versions/a4.lua:7
DROP PROCEDURE public.abs(integer);

-- migrations/versions/a4.lua:6
DROP FUNCTION public.lower(text);

-- migrations/versions/a4.lua:5
DROP FUNCTION public.now();

revision  a5
parent    a4
message   which are changed
created   2026-11-30T01:30:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
COMMENT ON FUNCTION public.now() IS 'ours';

-- migrations/versions/a5.lua:6
ALTER FUNCTION public.lower(text) COST 5;

-- migrations/versions/a5.lua:7
GRANT EXECUTE ON FUNCTION public.now() TO PUBLIC;

-- migrations/versions/a5.lua:8
REVOKE EXECUTE ON FUNCTION public.max(integer) FROM PUBLIC;

-- migrations/versions/a5.lua:9
ALTER FUNCTION public.now() RENAME TO later;

-- migrations/versions/a5.lua:10
ALTER FUNCTION public.lower(text) RENAME TO lowered;

downgrade (derived)

-- migrations/versions/a5.lua:10
ALTER FUNCTION lowered(text) RENAME TO lower;

-- migrations/versions/a5.lua:9
ALTER FUNCTION later() RENAME TO now;

-- migrations/versions/a5.lua:8
GRANT EXECUTE ON FUNCTION public.max(integer) TO PUBLIC;

-- migrations/versions/a5.lua:6
ALTER FUNCTION public.lower(text) COST 100;

-- migrations/versions/a5.lua:5
COMMENT ON FUNCTION public.now() IS NULL;

revision  a6 (head)
parent    a5
message   and dropped
created   2026-11-30T01:30:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
DROP VIEW theirs;

-- migrations/versions/a6.lua:6
DROP FUNCTION later();

-- migrations/versions/a6.lua:7
DROP PROCEDURE public.abs(integer);

-- migrations/versions/a6.lua:8
DROP AGGREGATE public.max(integer);

downgrade (derived)

-- migrations/versions/a6.lua:8
CREATE AGGREGATE max(integer) (SFUNC = int4larger, STYPE = integer);

-- migrations/versions/a6.lua:8
REVOKE EXECUTE ON FUNCTION public.max(integer) FROM PUBLIC;

-- migrations/versions/a6.lua:7
CREATE PROCEDURE abs(integer) LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a6.lua:6
CREATE FUNCTION later() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;

-- migrations/versions/a6.lua:6
COMMENT ON FUNCTION later() IS 'ours';

-- migrations/versions/a6.lua:5
CREATE VIEW theirs AS SELECT later() AS a, now() AS b, public.max(1) AS c;
