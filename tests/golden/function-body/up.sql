revision  a1
parent    <base>
message   bodies that are read
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE SCHEMA app;

-- migrations/versions/a1.lua:6
CREATE TYPE app.mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:7
CREATE TABLE app.users (id bigint PRIMARY KEY, email text, mood app.mood);

-- migrations/versions/a1.lua:8
CREATE FUNCTION app.find(address text) RETURNS SETOF app.users LANGUAGE sql STABLE SET search_path = app AS $$
			SELECT * FROM users WHERE email = address AND mood = 'ok'
		$$;

-- migrations/versions/a1.lua:11
CREATE FUNCTION app.down(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN app.down(n - 1) ELSE 0 END';

-- migrations/versions/a1.lua:12
CREATE FUNCTION app.of(m app.mood) RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM app.users WHERE mood = m);

-- migrations/versions/a1.lua:13
SET check_function_bodies = off;

-- migrations/versions/a1.lua:14
CREATE FUNCTION app.later() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.orders';

-- migrations/versions/a1.lua:15
RESET check_function_bodies;

downgrade (derived)

-- migrations/versions/a1.lua:14
DROP FUNCTION app.later();

-- migrations/versions/a1.lua:12
DROP FUNCTION app.of(app.mood);

-- migrations/versions/a1.lua:11
DROP FUNCTION app.down(bigint);

-- migrations/versions/a1.lua:8
DROP FUNCTION app.find(text);

-- migrations/versions/a1.lua:7, loses data
DROP TABLE app.users;

-- migrations/versions/a1.lua:6
DROP TYPE app.mood;

-- migrations/versions/a1.lua:5
DROP SCHEMA app;

revision  a2
parent    a1
message   what a body in a string names may go
created   2026-11-22T15:11:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
DROP FUNCTION app.later();

-- migrations/versions/a2.lua:6
CREATE TABLE s (a int);

-- migrations/versions/a2.lua:7
CREATE FUNCTION first_of_s() RETURNS int LANGUAGE sql AS 'SELECT a FROM s';

-- migrations/versions/a2.lua:8
ALTER TABLE s RENAME a TO b;

downgrade: there is none
migrations/versions/a2.lua:5: the way back that was derived cannot be taken (create_function: no table or view named 'app.orders'; did you mean 'users'?); write a downgrade()

revision  a3 (head)
parent    a2
message   all of a schema
created   2026-11-22T15:12:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, loses data
DROP SCHEMA app CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:4
CREATE SCHEMA app;

-- migrations/versions/a3.lua:4
CREATE TYPE app.mood AS ENUM ('sad', 'ok');

-- migrations/versions/a3.lua:4
CREATE FUNCTION app.down(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN app.down(n - 1) ELSE 0 END';

-- migrations/versions/a3.lua:4
CREATE TABLE app.users (
  id bigint NOT NULL,
  email text,
  mood app.mood,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:4
CREATE FUNCTION app.find(address text) RETURNS SETOF app.users LANGUAGE sql STABLE SET search_path = app AS $$
			SELECT * FROM users WHERE email = address AND mood = 'ok'
		$$;

-- migrations/versions/a3.lua:4
CREATE FUNCTION app.of(m app.mood) RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM app.users WHERE mood = m);
