revision  a1
parent    <base>
message   a label can be used when it is committed
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

revision  a2
parent    a1
message   a step outside of a transaction commits what is before it
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'great';

-- migrations/versions/a2.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY great ON t (id) WHERE (m = 'great');

-- migrations/versions/a2.lua:6
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'great';

downgrade (derived)

-- migrations/versions/a2.lua:6
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a2.lua:5, outside of a transaction
DROP INDEX CONCURRENTLY great;

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;

revision  a3
parent    a2
message   in SQL too
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TYPE mood ADD VALUE 'better';

-- migrations/versions/a3.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY better ON t (id) WHERE m = 'better';

-- migrations/versions/a3.lua:6
ALTER TABLE t ALTER m SET DEFAULT 'better';

downgrade (derived)

-- migrations/versions/a3.lua:6
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'great';

-- migrations/versions/a3.lua:5, outside of a transaction
DROP INDEX CONCURRENTLY better;

-- migrations/versions/a3.lua:4
DROP INDEX great;

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a3.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a3.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');

-- migrations/versions/a3.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'great';

-- migrations/versions/a3.lua:4
DROP TYPE mood_old;

-- migrations/versions/a3.lua:4
CREATE INDEX great ON t (id) WHERE (m = 'great');

revision  a4
parent    a3
message   each step alone, both ways
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
DROP INDEX better;

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a4.lua:6
DROP INDEX great;

-- migrations/versions/a4.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a4.lua:6
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');

-- migrations/versions/a4.lua:6
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a4.lua:6
DROP TYPE mood_old;

-- migrations/versions/a4.lua:6
CREATE INDEX great ON t (id) WHERE (m = 'great');

downgrade (derived)

-- migrations/versions/a4.lua:6
ALTER TYPE mood ADD VALUE 'better' AFTER 'great';

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'better';

-- migrations/versions/a4.lua:4, outside of a transaction
CREATE INDEX CONCURRENTLY better ON t (id) WHERE (m = 'better');

revision  a5
parent    a4
message   so are the statements of a text
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
ALTER TYPE mood ADD VALUE 'best';

-- migrations/versions/a5.lua:6
ALTER TABLE t ALTER m SET DEFAULT 'best';

downgrade (derived)

-- migrations/versions/a5.lua:6
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a5.lua:5
DROP INDEX great;

-- migrations/versions/a5.lua:5
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a5.lua:5
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');

-- migrations/versions/a5.lua:5
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a5.lua:5
DROP TYPE mood_old;

-- migrations/versions/a5.lua:5
CREATE INDEX great ON t (id) WHERE (m = 'great');

revision  a6 (head)
parent    a5
message   SQL uses it after that, and what a new type has at once
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
CREATE TYPE size AS ENUM ('small', 'large');

-- migrations/versions/a6.lua:5
CREATE TABLE boxes (
  id integer NOT NULL,
  s size,
  m mood,
  CONSTRAINT boxes_pkey PRIMARY KEY (id)
);

-- migrations/versions/a6.lua:6
INSERT INTO boxes VALUES (1, 'small', 'best'), (2, 'large', 'sad');

-- migrations/versions/a6.lua:7
ALTER TYPE mood ADD VALUE 'fine';

-- migrations/versions/a6.lua:8, outside of a transaction
CREATE INDEX CONCURRENTLY again ON t (m);

-- migrations/versions/a6.lua:10
WITH old AS (UPDATE boxes SET m = 'fine' WHERE s IN ('small', 'large') AND id > 2 RETURNING m)
		SELECT * FROM old WHERE m = 'fine';

downgrade (derived)

-- migrations/versions/a6.lua:8, outside of a transaction
DROP INDEX CONCURRENTLY again;

-- migrations/versions/a6.lua:7
DROP INDEX great;

-- migrations/versions/a6.lua:7
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a6.lua:7
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a6.lua:7
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great', 'best');

-- migrations/versions/a6.lua:7
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a6.lua:7
ALTER TABLE boxes
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a6.lua:7
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'best';

-- migrations/versions/a6.lua:7
DROP TYPE mood_old;

-- migrations/versions/a6.lua:7
CREATE INDEX great ON t (id) WHERE (m = 'great');

-- migrations/versions/a6.lua:5, loses data
DROP TABLE boxes;

-- migrations/versions/a6.lua:4
DROP TYPE size;
