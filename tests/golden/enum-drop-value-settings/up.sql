revision  a1
parent    <base>
message   what a column forgets that gets its type anew
created   2026-11-30T21:40:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:5
CREATE TABLE people (
  id integer NOT NULL,
  mood mood,
  moods mood[] COMPRESSION pglz,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
ALTER TABLE people
  ALTER COLUMN mood SET STATISTICS 100,
  ALTER COLUMN moods SET STORAGE external,
  ALTER COLUMN moods SET (n_distinct = 5);

-- migrations/versions/a1.lua:10
CREATE TABLE children (
  school text
)
INHERITS (people);

-- migrations/versions/a1.lua:11
ALTER TABLE children ALTER COLUMN moods SET STORAGE main;

-- migrations/versions/a1.lua:13
CREATE STATISTICS glum ON (mood IS NULL), moods FROM people;

-- migrations/versions/a1.lua:14
ALTER STATISTICS glum SET STATISTICS 200;

-- migrations/versions/a1.lua:15
ALTER STATISTICS glum OWNER TO keeper;

-- migrations/versions/a1.lua:16
COMMENT ON STATISTICS glum IS 'who feels how';

-- migrations/versions/a1.lua:17
CREATE STATISTICS plain ON id, mood FROM people;

-- migrations/versions/a1.lua:18
CREATE STATISTICS apart ON id, school FROM children;

-- migrations/versions/a1.lua:19
ALTER STATISTICS apart SET STATISTICS 300;

downgrade (derived)

-- migrations/versions/a1.lua:19
ALTER STATISTICS apart SET STATISTICS -1;

-- migrations/versions/a1.lua:18
DROP STATISTICS apart;

-- migrations/versions/a1.lua:17
DROP STATISTICS plain;

-- migrations/versions/a1.lua:16
COMMENT ON STATISTICS glum IS NULL;

-- migrations/versions/a1.lua:15
ALTER STATISTICS glum OWNER TO CURRENT_USER;

-- migrations/versions/a1.lua:14
ALTER STATISTICS glum SET STATISTICS -1;

-- migrations/versions/a1.lua:13
DROP STATISTICS glum;

-- migrations/versions/a1.lua:11
ALTER TABLE children ALTER COLUMN moods SET STORAGE external;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE children;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE people;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2 (head)
parent    a1
message   a label, which the way down takes again
created   2026-11-30T21:40:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'glad';

downgrade (derived)

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a2.lua:4
ALTER TABLE people
  ALTER COLUMN mood TYPE mood USING mood::text::mood,
  ALTER COLUMN moods TYPE mood[] USING moods::text[]::mood[];

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY people ALTER COLUMN moods SET STORAGE external;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY people ALTER COLUMN moods SET COMPRESSION pglz;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY children ALTER COLUMN moods SET STORAGE main;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY children ALTER COLUMN moods SET COMPRESSION pglz;

-- migrations/versions/a2.lua:4
ALTER STATISTICS glum SET STATISTICS 200;

-- migrations/versions/a2.lua:4
ALTER STATISTICS glum OWNER TO keeper;

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;
