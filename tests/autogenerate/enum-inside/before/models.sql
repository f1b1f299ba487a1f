CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad', 'odd');
CREATE DOMAIN feeling AS mood DEFAULT 'odd';
CREATE DOMAIN stronger AS feeling CONSTRAINT glad CHECK (VALUE::mood = 'glad') CONSTRAINT not_odd CHECK (VALUE::mood <> 'odd');
CREATE DOMAIN many AS mood[];
CREATE TYPE entry AS (at date, mood mood, feelings feeling[]);
CREATE TYPE page AS (entries entry[], n integer);
CREATE TYPE unheld AS (f feeling, m mood);
CREATE DOMAIN book AS page;
CREATE TYPE typed AS (id integer, mood mood, f feeling);
COMMENT ON DOMAIN feeling IS 'how it is';
COMMENT ON CONSTRAINT glad ON DOMAIN stronger IS 'no other';
COMMENT ON COLUMN entry.mood IS 'then';
CREATE TABLE t (
  id bigint PRIMARY KEY,
  m mood,
  f feeling DEFAULT 'glad' CHECK (f::mood <> 'sad'),
  fs feeling[] DEFAULT '{sad,glad}',
  s stronger,
  many many,
  e entry,
  es entry[],
  p page,
  b book
);
CREATE INDEX t_good ON t (id) WHERE f::mood = 'glad';
CREATE TABLE typed_table OF typed (PRIMARY KEY (id));
CREATE VIEW v AS SELECT id, f, (e).mood FROM t WHERE s::mood = 'glad';
CREATE FUNCTION good(f feeling) RETURNS boolean LANGUAGE sql AS $$ SELECT f::mood = 'glad' $$;
CREATE FUNCTION first(p page) RETURNS entry LANGUAGE sql AS $$ SELECT p.entries[1] $$;
