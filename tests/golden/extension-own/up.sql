revision  a1
parent    <base>
message   what every database has
created   2026-11-30T01:52:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
COMMENT ON EXTENSION plpgsql IS 'ours';

-- migrations/versions/a1.lua:6
CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;

-- migrations/versions/a1.lua:7
CREATE VIEW ones AS SELECT one() AS one;

downgrade (derived)

-- migrations/versions/a1.lua:7
DROP VIEW ones;

-- migrations/versions/a1.lua:6
DROP FUNCTION one();

-- migrations/versions/a1.lua:4
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';

revision  a2 (head)
parent    a1
message   goes with what needs it
created   2026-11-30T01:52:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4, loses data
DROP EXTENSION plpgsql CASCADE;

downgrade (derived)

-- migrations/versions/a2.lua:4
CREATE EXTENSION plpgsql;

-- migrations/versions/a2.lua:4
CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;

-- migrations/versions/a2.lua:4
CREATE VIEW ones AS SELECT one() AS one;

-- migrations/versions/a2.lua:4
COMMENT ON EXTENSION plpgsql IS 'ours';
