revision  a1
parent    <base>
message   labels that something says
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great', 'unused');

-- migrations/versions/a1.lua:5
COMMENT ON TYPE mood IS 'how it is';

-- migrations/versions/a1.lua:6
CREATE TYPE color AS ENUM ('red', 'blue');

-- migrations/versions/a1.lua:7
CREATE TABLE t (
  id integer NOT NULL,
  m mood DEFAULT 'great',
  ms mood[],
  c color DEFAULT 'red',
  CONSTRAINT t_great CHECK (m <> 'great' OR id > 0),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE INDEX t_great_idx ON t (id) WHERE (m = 'great');

-- migrations/versions/a1.lua:7
CREATE INDEX t_m_idx ON t (m);

-- migrations/versions/a1.lua:16
INSERT INTO t (id, m, ms, c) VALUES
  (1, 'sad', '{"sad"}', 'blue');

downgrade (derived)

-- migrations/versions/a1.lua:7, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:6
DROP TYPE color;

-- migrations/versions/a1.lua:5
COMMENT ON TYPE mood IS NULL;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   a default
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a2.lua:5
ALTER TABLE t DROP CONSTRAINT t_great;

-- migrations/versions/a2.lua:6
DROP INDEX t_great_idx;

-- migrations/versions/a2.lua:7
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a2.lua:7
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:7
CREATE TYPE mood AS ENUM ('sad', 'ok', 'unused');

-- migrations/versions/a2.lua:7
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];

-- migrations/versions/a2.lua:7
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a2.lua:7
DROP TYPE mood_old;

-- migrations/versions/a2.lua:7
COMMENT ON TYPE mood IS 'how it is';

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a2.lua:7
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:7
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great', 'unused');

-- migrations/versions/a2.lua:7
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];

-- migrations/versions/a2.lua:7
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a2.lua:7
DROP TYPE mood_old;

-- migrations/versions/a2.lua:7
COMMENT ON TYPE mood IS 'how it is';

-- migrations/versions/a2.lua:6
CREATE INDEX t_great_idx ON t (id) WHERE (m = 'great');

-- migrations/versions/a2.lua:5
ALTER TABLE t ADD CONSTRAINT t_great CHECK (m <> 'great' OR id > 0);

-- migrations/versions/a2.lua:4
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'great';

revision  a3
parent    a2
message   only the type whose label is used is made anew
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a3.lua:5
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a3.lua:5
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a3.lua:5
DROP TYPE mood_old;

-- migrations/versions/a3.lua:5
COMMENT ON TYPE mood IS 'how it is';

-- migrations/versions/a3.lua:6
ALTER TYPE color RENAME TO color_old;

-- migrations/versions/a3.lua:6
CREATE TYPE color AS ENUM ('blue');

-- migrations/versions/a3.lua:6
ALTER TABLE t
  ALTER COLUMN c TYPE color USING c::text::color;

-- migrations/versions/a3.lua:6
DROP TYPE color_old;

downgrade (derived)

-- migrations/versions/a3.lua:6
ALTER TYPE color RENAME TO color_old;

-- migrations/versions/a3.lua:6
CREATE TYPE color AS ENUM ('red', 'blue');

-- migrations/versions/a3.lua:6
ALTER TABLE t
  ALTER COLUMN c TYPE color USING c::text::color;

-- migrations/versions/a3.lua:6
DROP TYPE color_old;

-- migrations/versions/a3.lua:5
ALTER TYPE mood ADD VALUE 'unused' AFTER 'ok';

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'red';

revision  a4 (head)
parent    a3
message   SQL that undoes uses it too
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
UPDATE t SET m = 'sad' WHERE m = 'ok';

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a4.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a4.lua:6
CREATE TYPE mood AS ENUM ('sad');

-- migrations/versions/a4.lua:6
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];

-- migrations/versions/a4.lua:6
DROP TYPE mood_old;

-- migrations/versions/a4.lua:6
COMMENT ON TYPE mood IS 'how it is';

downgrade (derived)

-- migrations/versions/a4.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a4.lua:6
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a4.lua:6
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];

-- migrations/versions/a4.lua:6
DROP TYPE mood_old;

-- migrations/versions/a4.lua:6
COMMENT ON TYPE mood IS 'how it is';

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a4.lua:4
UPDATE t SET m = 'ok' WHERE id > 1;
