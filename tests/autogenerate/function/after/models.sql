CREATE TABLE t (id bigint PRIMARY KEY, a text);
CREATE FUNCTION body_changes(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 2 $$;
CREATE FUNCTION returns_other(a integer) RETURNS bigint LANGUAGE sql AS $$ SELECT a::bigint + 1 $$;
CREATE FUNCTION takes_other(a bigint) RETURNS integer LANGUAGE sql AS $$ SELECT a::integer + 1 $$;
CREATE FUNCTION names_change(b integer) RETURNS integer LANGUAGE sql AS $$ SELECT b + 1 $$;
CREATE FUNCTION fresh() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION options_change() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1 $$;
CREATE PROCEDURE work(n integer) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM n + 1;
END
$$;
CREATE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(trim($1)) $$;
CREATE TABLE posts (
  id bigint PRIMARY KEY,
  title text CHECK (length(slug(title)) > 0),
  path text DEFAULT slug('New'),
  short text GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE INDEX posts_slug ON posts (slug(title));
CREATE FUNCTION key_of(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1)::varchar $$;
CREATE TABLE keyed (
  id bigint PRIMARY KEY,
  title text CHECK (length(key_of(title)) > 0),
  path text DEFAULT key_of('New')
);
CREATE INDEX keyed_key ON keyed (key_of(title));
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '1');
