CREATE TABLE t (id bigint PRIMARY KEY, a text);
CREATE FUNCTION body_changes(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 1 $$;
CREATE FUNCTION returns_other(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 1 $$;
CREATE FUNCTION takes_other(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 1 $$;
CREATE FUNCTION names_change(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 1 $$;
CREATE FUNCTION gone() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION options_change() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE work(n integer) LANGUAGE plpgsql AS $$ BEGIN PERFORM n; END $$;
CREATE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) $$;
CREATE TABLE posts (
  id bigint PRIMARY KEY,
  title text CHECK (length(slug(title)) > 0),
  path text DEFAULT slug('New'),
  short text GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE INDEX posts_slug ON posts (slug(title));
CREATE FUNCTION key_of(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) $$;
CREATE TABLE keyed (
  id bigint PRIMARY KEY,
  title text CHECK (length(key_of(title)) > 0),
  path text DEFAULT key_of('New')
);
CREATE INDEX keyed_key ON keyed (key_of(title));
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
