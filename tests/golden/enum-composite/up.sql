revision  a1
parent    <base>
message   An enum in composite types
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:6
CREATE TYPE pair AS (a mood, n integer, more mood[]);

-- migrations/versions/a1.lua:7
CREATE TYPE pairs AS (p pair, m mood);

-- migrations/versions/a1.lua:9
CREATE TABLE t (
  m mood DEFAULT 'ok'
);

downgrade (derived)

-- migrations/versions/a1.lua:9, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:7
DROP TYPE pairs;

-- migrations/versions/a1.lua:6
DROP TYPE pair;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   One more
created   
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'glad';

downgrade (derived)

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a2.lua:4
ALTER TYPE pair
  ALTER ATTRIBUTE a TYPE mood,
  ALTER ATTRIBUTE more TYPE mood[];

-- migrations/versions/a2.lua:4
ALTER TYPE pairs
  ALTER ATTRIBUTE m TYPE mood;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;

revision  a3
parent    a2
message   One less
created   
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a3.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a3.lua:4
CREATE TYPE mood AS ENUM ('ok', 'glad');

-- migrations/versions/a3.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a3.lua:4
ALTER TYPE pair
  ALTER ATTRIBUTE a TYPE mood,
  ALTER ATTRIBUTE more TYPE mood[];

-- migrations/versions/a3.lua:4
ALTER TYPE pairs
  ALTER ATTRIBUTE m TYPE mood;

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a3.lua:4
DROP TYPE mood_old;

-- migrations/versions/a3.lua:5
CREATE TABLE u (
  p pair
);

downgrade (derived)

-- migrations/versions/a3.lua:5, loses data
DROP TABLE u;

-- migrations/versions/a3.lua:4
ALTER TYPE mood ADD VALUE 'sad' BEFORE 'ok';

revision  a4
parent    a3
message   A table holds it
created   
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TYPE mood ADD VALUE 'merry';

downgrade (derived)

-- migrations/versions/a4.lua:4
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a4.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a4.lua:4
CREATE TYPE mood AS ENUM ('ok', 'glad');

-- migrations/versions/a4.lua:4
ALTER TYPE pair RENAME TO pair_old;

-- migrations/versions/a4.lua:4
CREATE TYPE pair AS (a mood, n integer, more mood[]);

-- migrations/versions/a4.lua:4
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a4.lua:4
ALTER TABLE u
  ALTER COLUMN p TYPE pair USING p::text::pair;

-- migrations/versions/a4.lua:4
ALTER TYPE pairs
  ALTER ATTRIBUTE p TYPE pair,
  ALTER ATTRIBUTE m TYPE mood;

-- migrations/versions/a4.lua:4
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a4.lua:4
DROP TYPE pair_old;

-- migrations/versions/a4.lua:4
DROP TYPE mood_old;

revision  a5 (head)
parent    a4
message   And a domain
created   
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4, loses data
DROP TABLE u;

-- migrations/versions/a5.lua:5
CREATE DOMAIN feeling AS mood;

-- migrations/versions/a5.lua:6
ALTER TYPE mood ADD VALUE 'blue';

downgrade (derived)

-- migrations/versions/a5.lua:6
ALTER TABLE ONLY t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/a5.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a5.lua:6
CREATE TYPE mood AS ENUM ('ok', 'glad', 'merry');

-- migrations/versions/a5.lua:6
ALTER DOMAIN feeling RENAME TO feeling_old;

-- migrations/versions/a5.lua:6
CREATE DOMAIN feeling AS mood;

-- migrations/versions/a5.lua:6
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a5.lua:6
ALTER TYPE pair
  ALTER ATTRIBUTE a TYPE mood,
  ALTER ATTRIBUTE more TYPE mood[];

-- migrations/versions/a5.lua:6
ALTER TYPE pairs
  ALTER ATTRIBUTE m TYPE mood;

-- migrations/versions/a5.lua:6
ALTER TABLE ONLY t ALTER COLUMN m SET DEFAULT 'ok';

-- migrations/versions/a5.lua:6
DROP DOMAIN feeling_old;

-- migrations/versions/a5.lua:6
DROP TYPE mood_old;

-- migrations/versions/a5.lua:5
DROP DOMAIN feeling;

-- migrations/versions/a5.lua:4
CREATE TABLE u (
  p pair
);
