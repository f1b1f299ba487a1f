revision  a1
parent    <base>
message   enums
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'happy', '5 \ stars');

-- migrations/versions/a1.lua:6
CREATE TYPE billing.kind AS ENUM ('a');

-- migrations/versions/a1.lua:7
CREATE TYPE "Odd name" AS ENUM ();

-- migrations/versions/a1.lua:8
COMMENT ON TYPE mood IS 'How they feel';

downgrade (derived)

-- migrations/versions/a1.lua:8
COMMENT ON TYPE mood IS NULL;

-- migrations/versions/a1.lua:7
DROP TYPE "Odd name";

-- migrations/versions/a1.lua:6
DROP TYPE billing.kind;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   values
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'great';

-- migrations/versions/a2.lua:5
ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad';

-- migrations/versions/a2.lua:6
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'second' AFTER 'first';

-- migrations/versions/a2.lua:7
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad' BEFORE 'nothing';

-- migrations/versions/a2.lua:8
ALTER TYPE mood RENAME VALUE 'sad' TO 'sadder';

-- migrations/versions/a2.lua:9
ALTER TYPE "Odd name" ADD VALUE 'x';

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER TYPE "Odd name" RENAME TO "Odd name_old";

-- migrations/versions/a2.lua:9
CREATE TYPE "Odd name" AS ENUM ();

-- migrations/versions/a2.lua:9
DROP TYPE "Odd name_old";

-- migrations/versions/a2.lua:8
ALTER TYPE mood RENAME VALUE 'sadder' TO 'sad';

-- migrations/versions/a2.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:6
CREATE TYPE mood AS ENUM ('first', 'sad', 'it''s', 'happy', '5 \ stars', 'great');

-- migrations/versions/a2.lua:6
DROP TYPE mood_old;

-- migrations/versions/a2.lua:6
COMMENT ON TYPE mood IS 'How they feel';

-- migrations/versions/a2.lua:5
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:5
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'happy', '5 \ stars', 'great');

-- migrations/versions/a2.lua:5
DROP TYPE mood_old;

-- migrations/versions/a2.lua:5
COMMENT ON TYPE mood IS 'How they feel';

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'happy', '5 \ stars');

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;

-- migrations/versions/a2.lua:4
COMMENT ON TYPE mood IS 'How they feel';

revision  a3
parent    a2
message   names
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE TABLE people (
  id bigint NOT NULL,
  mood mood NOT NULL DEFAULT 'sadder',
  moods mood[] DEFAULT '{"sadder","happy"}',
  kind billing.kind,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:10
ALTER TYPE mood RENAME TO feeling;

-- migrations/versions/a3.lua:11
ALTER TYPE billing.kind RENAME TO sort;

-- migrations/versions/a3.lua:12
ALTER TYPE billing.sort SET SCHEMA public;

downgrade (derived)

-- migrations/versions/a3.lua:12
ALTER TYPE sort SET SCHEMA billing;

-- migrations/versions/a3.lua:11
ALTER TYPE billing.sort RENAME TO kind;

-- migrations/versions/a3.lua:10
ALTER TYPE feeling RENAME TO mood;

-- migrations/versions/a3.lua:4, loses data
DROP TABLE people;

revision  a4 (head)
parent    a3
message   drops
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4, loses data
ALTER TABLE people DROP COLUMN kind;

-- migrations/versions/a4.lua:5
DROP TYPE sort, "Odd name";

-- migrations/versions/a4.lua:6
DROP TYPE IF EXISTS nothing;

-- migrations/versions/a4.lua:7, loses data
DROP TYPE feeling CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:7
CREATE TYPE feeling AS ENUM ('first', 'second', 'sadder', 'it''s', 'happy', '5 \ stars', 'great');

-- migrations/versions/a4.lua:7
ALTER TABLE people ADD COLUMN mood feeling NOT NULL DEFAULT 'sadder';

-- migrations/versions/a4.lua:7
ALTER TABLE people ADD COLUMN moods feeling[] DEFAULT '{"sadder","happy"}';

-- migrations/versions/a4.lua:7
COMMENT ON TYPE feeling IS 'How they feel';

-- migrations/versions/a4.lua:5
CREATE TYPE "Odd name" AS ENUM ('x');

-- migrations/versions/a4.lua:5
CREATE TYPE sort AS ENUM ('a');

-- migrations/versions/a4.lua:4
ALTER TABLE people ADD COLUMN kind sort;
