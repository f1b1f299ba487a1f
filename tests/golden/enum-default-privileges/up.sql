revision  a1
parent    <base>
message   types that roles get
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TYPE before AS ENUM ('x', 'y');

-- migrations/versions/a1.lua:6
CREATE TYPE label AS ENUM ('x', 'y');

-- migrations/versions/a1.lua:7
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO golden_reader;

-- migrations/versions/a1.lua:8
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

-- migrations/versions/a1.lua:9
CREATE TYPE after AS ENUM ('x', 'y');

-- migrations/versions/a1.lua:10
CREATE TYPE taken AS ENUM ('x', 'y');

-- migrations/versions/a1.lua:11
REVOKE USAGE ON TYPE taken FROM golden_reader;

-- migrations/versions/a1.lua:12
GRANT USAGE ON TYPE taken TO golden_writer;

-- migrations/versions/a1.lua:13
SECURITY LABEL ON TYPE label IS 'classified';

-- migrations/versions/a1.lua:14
CREATE TABLE t (b before, a after, k taken, l label);

downgrade (derived)

-- migrations/versions/a1.lua:14, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:13
SECURITY LABEL ON TYPE label IS NULL;

-- migrations/versions/a1.lua:12
REVOKE USAGE ON TYPE taken FROM golden_writer;

-- migrations/versions/a1.lua:11
GRANT USAGE ON TYPE taken TO golden_reader;

-- migrations/versions/a1.lua:10
DROP TYPE taken;

-- migrations/versions/a1.lua:9
DROP TYPE after;

-- migrations/versions/a1.lua:8
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;

-- migrations/versions/a1.lua:7
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM golden_reader;

-- migrations/versions/a1.lua:6
DROP TYPE label;

-- migrations/versions/a1.lua:5
DROP TYPE before;

revision  a2 (head)
parent    a1
message   made anew, with what each of them had
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE before ADD VALUE 'z';

-- migrations/versions/a2.lua:5
ALTER TYPE after ADD VALUE 'z';

-- migrations/versions/a2.lua:6
ALTER TYPE taken ADD VALUE 'z';

-- migrations/versions/a2.lua:7
ALTER TYPE label ADD VALUE 'z';

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER TYPE label RENAME TO label_old;

-- migrations/versions/a2.lua:7
CREATE TYPE label AS ENUM ('x', 'y');

-- migrations/versions/a2.lua:7
ALTER TABLE t
  ALTER COLUMN l TYPE label USING l::text::label;

-- migrations/versions/a2.lua:7
DROP TYPE label_old;

-- migrations/versions/a2.lua:7
REVOKE USAGE ON TYPE label FROM golden_reader;

-- migrations/versions/a2.lua:7
GRANT USAGE ON TYPE label TO PUBLIC;

-- migrations/versions/a2.lua:7
SECURITY LABEL ON TYPE label IS 'classified';

-- migrations/versions/a2.lua:6
ALTER TYPE taken RENAME TO taken_old;

-- migrations/versions/a2.lua:6
CREATE TYPE taken AS ENUM ('x', 'y');

-- migrations/versions/a2.lua:6
ALTER TABLE t
  ALTER COLUMN k TYPE taken USING k::text::taken;

-- migrations/versions/a2.lua:6
DROP TYPE taken_old;

-- migrations/versions/a2.lua:6
REVOKE USAGE ON TYPE taken FROM golden_reader;

-- migrations/versions/a2.lua:6
GRANT USAGE ON TYPE taken TO golden_writer;

-- migrations/versions/a2.lua:5
ALTER TYPE after RENAME TO after_old;

-- migrations/versions/a2.lua:5
CREATE TYPE after AS ENUM ('x', 'y');

-- migrations/versions/a2.lua:5
ALTER TABLE t
  ALTER COLUMN a TYPE after USING a::text::after;

-- migrations/versions/a2.lua:5
DROP TYPE after_old;

-- migrations/versions/a2.lua:4
ALTER TYPE before RENAME TO before_old;

-- migrations/versions/a2.lua:4
CREATE TYPE before AS ENUM ('x', 'y');

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN b TYPE before USING b::text::before;

-- migrations/versions/a2.lua:4
DROP TYPE before_old;

-- migrations/versions/a2.lua:4
REVOKE USAGE ON TYPE before FROM golden_reader;

-- migrations/versions/a2.lua:4
GRANT USAGE ON TYPE before TO PUBLIC;
