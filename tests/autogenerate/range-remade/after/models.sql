CREATE TYPE span AS RANGE (subtype = integer, multirange_type_name = spans);
CREATE TYPE often AS RANGE (subtype = date, subtype_diff = daterange_subdiff);
CREATE TYPE alone AS RANGE (subtype = text, multirange_type_name = loneliness);
CREATE DOMAIN full_span AS span CHECK (NOT isempty(VALUE));
CREATE TYPE item AS (name text, at span, more spans);
CREATE FUNCTION f(s span) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT lower(s) $$;
CREATE FUNCTION g(s spans) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT lower(s) $$;
CREATE TABLE t (
  id bigint PRIMARY KEY,
  a span DEFAULT span(1, 2),
  m spans DEFAULT spans(span(1, 2)),
  n integer DEFAULT lower(span(3, 4)),
  more span[],
  s full_span,
  i item,
  days often,
  l integer GENERATED ALWAYS AS (lower(a)) STORED,
  CHECK (a <> span(1, 1)),
  EXCLUDE USING gist (a WITH &&)
);
CREATE INDEX t_lower ON t (upper(a));
CREATE INDEX t_s ON t USING gist (s);
CREATE TABLE u (id bigint PRIMARY KEY, n integer DEFAULT upper('[1,7)'::span), empty boolean DEFAULT isempty(spans()));
CREATE VIEW v AS SELECT span(1, 2) AS s, a FROM t;
CREATE MATERIALIZED VIEW w AS SELECT spans(span(5, 6)) AS m;
COMMENT ON TYPE spans IS 'spans';
COMMENT ON TYPE span IS 'from and to';
