CREATE TYPE mood AS ENUM ('sad', 'ok', 'odd');
CREATE FUNCTION fine(m mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT m > 'sad' $$;
CREATE DOMAIN good AS mood CHECK (fine(VALUE));
CREATE TYPE pair AS (m mood, n integer);
CREATE TABLE t (id bigint PRIMARY KEY, g good, m mood DEFAULT 'odd', p pair DEFAULT '(odd,1)');
CREATE MATERIALIZED VIEW w AS SELECT ROW('ok', 1)::pair AS p;
