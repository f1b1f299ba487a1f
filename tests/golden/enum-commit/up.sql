revision  a1
parent    <base>
message   an enum
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:5
CREATE TABLE t (
  id integer NOT NULL,
  m mood,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2 (head)
parent    a1
message   a label that is committed is used beside what adds it
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4, outside of a transaction
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';

-- migrations/versions/a2.lua:5
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'great';

-- migrations/versions/a2.lua:6
INSERT INTO t VALUES (1, 'great');

downgrade (derived)

-- migrations/versions/a2.lua:6
DELETE FROM t;

-- migrations/versions/a2.lua:5
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;
