revision  a1 (head)
parent    <base>
message   what the server names on a table that nobody can follow
created   2026-11-23T02:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
DO $$ BEGIN IF true THEN CREATE TABLE made (a integer, b integer); END IF; END $$;

-- migrations/versions/a1.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY ON made (a);

-- migrations/versions/a1.lua:6, outside of a transaction
CREATE INDEX CONCURRENTLY made_b ON made (b);

-- migrations/versions/a1.lua:6
COMMENT ON INDEX made_b IS 'has a name';

-- migrations/versions/a1.lua:7
CREATE UNIQUE INDEX ON made ((a + 1));

-- migrations/versions/a1.lua:8
ALTER TABLE made ADD UNIQUE (a);

-- migrations/versions/a1.lua:9
ALTER TABLE made ADD CONSTRAINT made_a CHECK (a > 1);

-- migrations/versions/a1.lua:9
COMMENT ON CONSTRAINT made_a ON made IS 'has a name';

downgrade

-- migrations/versions/a1.lua:13, loses data
DROP TABLE made;
