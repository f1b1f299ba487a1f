revision  a1
parent    <base>
message   what goes with an extension
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE EXTENSION hstore;

-- migrations/versions/a.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:6
CREATE INDEX users_lower ON users (lower(email));

-- migrations/versions/a.lua:8
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:9
CREATE PROCEDURE "P"(int) LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:10
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;

-- migrations/versions/a.lua:11
CREATE TRIGGER noted BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION note();

-- migrations/versions/a.lua:12
CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;

-- migrations/versions/a.lua:13
CREATE INDEX emails_email ON emails (email);

-- migrations/versions/a.lua:14
ALTER FUNCTION f(int) DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:15
ALTER ROUTINE "P"(int) DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:16
ALTER TRIGGER noted ON users DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:17
ALTER INDEX users_lower DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:18
ALTER INDEX emails_email DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/a.lua:19
ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:20
ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/a.lua:21
ALTER FUNCTION note() NO DEPENDS ON EXTENSION hstore;

downgrade (derived)

-- migrations/versions/a.lua:20
ALTER MATERIALIZED VIEW emails NO DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/a.lua:19
ALTER MATERIALIZED VIEW emails NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:18
ALTER INDEX emails_email NO DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/a.lua:17
ALTER INDEX users_lower NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:16
ALTER TRIGGER noted ON users NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:15
ALTER PROCEDURE "P"(integer) NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:14
ALTER FUNCTION f(integer) NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/a.lua:13
DROP INDEX emails_email;

-- migrations/versions/a.lua:12
DROP MATERIALIZED VIEW emails;

-- migrations/versions/a.lua:11
DROP TRIGGER noted ON users;

-- migrations/versions/a.lua:10
DROP FUNCTION note();

-- migrations/versions/a.lua:9
DROP PROCEDURE "P"(integer);

-- migrations/versions/a.lua:8
DROP FUNCTION f(integer);

-- migrations/versions/a.lua:6
DROP INDEX users_lower;

-- migrations/versions/a.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a.lua:4
DROP EXTENSION hstore;

revision  a2
parent    a1
message   taken back, and renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
ALTER TABLE users RENAME TO people;

-- migrations/versions/b.lua:5
ALTER INDEX users_lower RENAME TO people_lower;

-- migrations/versions/b.lua:7
ALTER FUNCTION f(int) RENAME TO g;

-- migrations/versions/b.lua:8
ALTER PROCEDURE "P"(int) NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/b.lua:9
ALTER MATERIALIZED VIEW emails NO DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/b.lua:10
ALTER INDEX emails_email NO DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/b.lua:11
DROP INDEX people_lower;

-- migrations/versions/b.lua:12
DROP FUNCTION g(int);

downgrade (derived)

-- migrations/versions/b.lua:12
CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/b.lua:12
ALTER FUNCTION g(integer) DEPENDS ON EXTENSION hstore;

-- migrations/versions/b.lua:11
CREATE INDEX people_lower ON people (lower(email));

-- migrations/versions/b.lua:11
ALTER INDEX people_lower DEPENDS ON EXTENSION hstore;

-- migrations/versions/b.lua:10
ALTER INDEX emails_email DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/b.lua:9
ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION plpgsql;

-- migrations/versions/b.lua:8
ALTER PROCEDURE "P"(integer) DEPENDS ON EXTENSION hstore;

-- migrations/versions/b.lua:7
ALTER FUNCTION g(integer) RENAME TO f;

-- migrations/versions/b.lua:5
ALTER INDEX people_lower RENAME TO users_lower;

-- migrations/versions/b.lua:4
ALTER TABLE people RENAME TO users;

revision  a3 (head)
parent    a2
message   and gone with it
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
CREATE INDEX people_email_idx ON people (email);

-- migrations/versions/c.lua:5
ALTER INDEX people_email_idx DEPENDS ON EXTENSION hstore;

-- migrations/versions/c.lua:6
DROP EXTENSION hstore;

-- migrations/versions/c.lua:8
CREATE INDEX people_email_idx ON people (email);

-- migrations/versions/c.lua:9
CREATE VIEW emails AS SELECT email FROM people;

-- migrations/versions/c.lua:10
CREATE TRIGGER noted BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION note();

downgrade (derived)

-- migrations/versions/c.lua:10
DROP TRIGGER noted ON people;

-- migrations/versions/c.lua:9
DROP VIEW emails;

-- migrations/versions/c.lua:8
DROP INDEX people_email_idx;

-- migrations/versions/c.lua:6
CREATE EXTENSION hstore SCHEMA public;

-- migrations/versions/c.lua:6
CREATE INDEX people_email_idx ON people (email);

-- migrations/versions/c.lua:6
ALTER INDEX people_email_idx DEPENDS ON EXTENSION hstore;

-- migrations/versions/c.lua:6
CREATE MATERIALIZED VIEW emails AS SELECT email FROM people;

-- migrations/versions/c.lua:6
ALTER MATERIALIZED VIEW emails DEPENDS ON EXTENSION hstore;

-- migrations/versions/c.lua:6
CREATE TRIGGER noted BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION note();

-- migrations/versions/c.lua:6
ALTER TRIGGER noted ON people DEPENDS ON EXTENSION hstore;

-- migrations/versions/c.lua:6
CREATE INDEX emails_email ON emails (email);

-- migrations/versions/c.lua:5
ALTER INDEX people_email_idx NO DEPENDS ON EXTENSION hstore;

-- migrations/versions/c.lua:4
DROP INDEX people_email_idx;
