revision  a1
parent    <base>
message   enums, in SQL
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE Mood AS ENUM ('sad', 'it''s', E'tab\t');

-- migrations/versions/a1.lua:5
CREATE TYPE public."Odd" AS ENUM ();

-- migrations/versions/a1.lua:6
COMMENT ON TYPE mood IS 'How they feel';

downgrade (derived)

-- migrations/versions/a1.lua:6
COMMENT ON TYPE mood IS NULL;

-- migrations/versions/a1.lua:5
DROP TYPE "Odd";

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   values, in SQL
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'great';

-- migrations/versions/a2.lua:5
ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad';

-- migrations/versions/a2.lua:6
ALTER TYPE public.mood ADD VALUE IF NOT EXISTS 'second' AFTER 'first';

-- migrations/versions/a2.lua:7
ALTER TYPE mood RENAME VALUE 'sad' TO 'sadder';

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER TYPE mood RENAME VALUE 'sadder' TO 'sad';

-- migrations/versions/a2.lua:6
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:6
CREATE TYPE mood AS ENUM ('first', 'sad', 'it''s', 'tab	', 'great');

-- migrations/versions/a2.lua:6
DROP TYPE mood_old;

-- migrations/versions/a2.lua:6
COMMENT ON TYPE mood IS 'How they feel';

-- migrations/versions/a2.lua:5
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:5
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'tab	', 'great');

-- migrations/versions/a2.lua:5
DROP TYPE mood_old;

-- migrations/versions/a2.lua:5
COMMENT ON TYPE mood IS 'How they feel';

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'tab	');

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;

-- migrations/versions/a2.lua:4
COMMENT ON TYPE mood IS 'How they feel';

revision  a3 (head)
parent    a2
message   names, in SQL
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a3.lua:5
ALTER TYPE mood RENAME TO feeling;

-- migrations/versions/a3.lua:6
ALTER TYPE feeling SET SCHEMA billing;

-- migrations/versions/a3.lua:7
ALTER TYPE billing.feeling SET SCHEMA billing;

-- migrations/versions/a3.lua:8
COMMENT ON TYPE billing.feeling IS NULL;

-- migrations/versions/a3.lua:9
DROP TYPE IF EXISTS "Odd", nothing;

downgrade (derived)

-- migrations/versions/a3.lua:9
CREATE TYPE "Odd" AS ENUM ();

-- migrations/versions/a3.lua:8
COMMENT ON TYPE billing.feeling IS 'How they feel';

-- migrations/versions/a3.lua:6
ALTER TYPE billing.feeling SET SCHEMA public;

-- migrations/versions/a3.lua:5
ALTER TYPE feeling RENAME TO mood;

-- migrations/versions/a3.lua:4
DROP SCHEMA billing;
