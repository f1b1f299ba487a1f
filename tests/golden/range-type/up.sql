revision  a1
parent    <base>
message   range types
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE SCHEMA app;

-- migrations/versions/a1.lua:6
CREATE COLLATION bytes FROM "C";

-- migrations/versions/a1.lua:7
CREATE DOMAIN small AS integer CHECK (VALUE < 100);

-- migrations/versions/a1.lua:8
CREATE FUNCTION apart(a time, b time) RETURNS double precision LANGUAGE sql IMMUTABLE RETURN extract(epoch FROM a - b);

-- migrations/versions/a1.lua:9
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = apart);

-- migrations/versions/a1.lua:10
CREATE TYPE app.words AS RANGE (subtype = text, collation = bytes, multirange_type_name = app.many_words);

-- migrations/versions/a1.lua:11
CREATE TYPE few AS RANGE (subtype = small);

-- migrations/versions/a1.lua:12
COMMENT ON TYPE timerange IS 'from, to';

-- migrations/versions/a1.lua:13
CREATE FUNCTION noon(r timerange) RETURNS boolean LANGUAGE sql RETURN r @> time '12:00';

-- migrations/versions/a1.lua:15
CREATE TABLE t (
  id bigint NOT NULL,
  r timerange DEFAULT timerange('10:00', '12:00'),
  m timemultirange,
  w app.words[],
  f few_multirange,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:15, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:13
DROP FUNCTION noon(timerange);

-- migrations/versions/a1.lua:12
COMMENT ON TYPE timerange IS NULL;

-- migrations/versions/a1.lua:11
DROP TYPE few;

-- migrations/versions/a1.lua:10
DROP TYPE app.words;

-- migrations/versions/a1.lua:9
DROP TYPE timerange;

-- migrations/versions/a1.lua:8
DROP FUNCTION apart(time without time zone, time without time zone);

-- migrations/versions/a1.lua:7
DROP DOMAIN small;

-- migrations/versions/a1.lua:6
DROP COLLATION bytes;

-- migrations/versions/a1.lua:5
DROP SCHEMA app;

revision  a2
parent    a1
message   renamed
created   2026-11-22T15:11:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE few RENAME TO handful;

-- migrations/versions/a2.lua:5
ALTER COLLATION bytes RENAME TO plain;

-- migrations/versions/a2.lua:6
ALTER TYPE app.words RENAME TO terms;

-- migrations/versions/a2.lua:7
REVOKE USAGE ON TYPE handful FROM PUBLIC;

-- migrations/versions/a2.lua:8
ALTER TYPE handful OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:9
COMMENT ON TYPE timerange IS NULL;

-- migrations/versions/a2.lua:10
ALTER TABLE t ADD COLUMN s handful;

downgrade (derived)

-- migrations/versions/a2.lua:10, loses data
ALTER TABLE t DROP COLUMN s;

-- migrations/versions/a2.lua:9
COMMENT ON TYPE timerange IS 'from, to';

-- migrations/versions/a2.lua:7
GRANT USAGE ON TYPE handful TO PUBLIC;

-- migrations/versions/a2.lua:6
ALTER TYPE app.terms RENAME TO words;

-- migrations/versions/a2.lua:5
ALTER COLLATION plain RENAME TO bytes;

-- migrations/versions/a2.lua:4
ALTER TYPE handful RENAME TO few;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:12:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, loses data
ALTER TABLE t DROP COLUMN s;

-- migrations/versions/a3.lua:5, loses data
DROP TYPE handful CASCADE;

-- migrations/versions/a3.lua:6, loses data
DROP TYPE IF EXISTS app.terms, nobody CASCADE;

-- migrations/versions/a3.lua:7, loses data
DROP TYPE timerange CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:7
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = apart);

-- migrations/versions/a3.lua:7
CREATE FUNCTION noon(r timerange) RETURNS boolean LANGUAGE sql RETURN r @> time '12:00';

-- migrations/versions/a3.lua:7
ALTER TABLE t ADD COLUMN r timerange DEFAULT timerange('10:00', '12:00');

-- migrations/versions/a3.lua:7
ALTER TABLE t ADD COLUMN m timemultirange;

-- migrations/versions/a3.lua:6
CREATE TYPE app.terms AS RANGE (subtype = text, collation = plain, multirange_type_name = app.many_words);

-- migrations/versions/a3.lua:6
ALTER TABLE t ADD COLUMN w app.terms[];

-- migrations/versions/a3.lua:5
CREATE TYPE handful AS RANGE (subtype = small, multirange_type_name = few_multirange);

-- migrations/versions/a3.lua:5
ALTER TABLE t ADD COLUMN f few_multirange;

-- migrations/versions/a3.lua:5
REVOKE USAGE ON TYPE handful FROM PUBLIC;

-- migrations/versions/a3.lua:4
ALTER TABLE t ADD COLUMN s handful;
