revision  a1
parent    <base>
message   comments on views, their columns and indexes
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:6
CREATE VIEW v AS SELECT id, name FROM users;

-- migrations/versions/a1.lua:7
CREATE MATERIALIZED VIEW m AS SELECT id, name FROM users;

-- migrations/versions/a1.lua:8
CREATE INDEX m_name ON m (name);

-- migrations/versions/a1.lua:9
COMMENT ON MATERIALIZED VIEW m IS 'kept';

-- migrations/versions/a1.lua:10
COMMENT ON COLUMN m.id IS 'one';

-- migrations/versions/a1.lua:12
COMMENT ON COLUMN v.name IS 'that of users';

-- migrations/versions/a1.lua:13
ALTER TABLE m ALTER COLUMN name SET STATISTICS 100;

-- migrations/versions/a1.lua:14
COMMENT ON COLUMN m.name IS 'two';

-- migrations/versions/a1.lua:15
COMMENT ON INDEX m_name IS 'by name';

downgrade (derived)

-- migrations/versions/a1.lua:15
COMMENT ON INDEX m_name IS NULL;

-- migrations/versions/a1.lua:14
COMMENT ON COLUMN m.name IS NULL;

-- migrations/versions/a1.lua:13
ALTER TABLE m ALTER COLUMN name SET STATISTICS -1;

-- migrations/versions/a1.lua:12
COMMENT ON COLUMN v.name IS NULL;

-- migrations/versions/a1.lua:10
COMMENT ON COLUMN m.id IS NULL;

-- migrations/versions/a1.lua:9
COMMENT ON MATERIALIZED VIEW m IS NULL;

-- migrations/versions/a1.lua:8
DROP INDEX m_name;

-- migrations/versions/a1.lua:7
DROP MATERIALIZED VIEW m;

-- migrations/versions/a1.lua:6
DROP VIEW v;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2 (head)
parent    a1
message   they change and go
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
COMMENT ON COLUMN v.name IS 'another';

-- migrations/versions/a2.lua:5
DROP MATERIALIZED VIEW m;

-- migrations/versions/a2.lua:6
DROP VIEW v;

downgrade (derived)

-- migrations/versions/a2.lua:6
CREATE VIEW v AS SELECT id, name FROM users;

-- migrations/versions/a2.lua:6
COMMENT ON COLUMN v.name IS 'another';

-- migrations/versions/a2.lua:5
CREATE MATERIALIZED VIEW m AS SELECT id, name FROM users;

-- migrations/versions/a2.lua:5
ALTER TABLE m ALTER COLUMN name SET STATISTICS 100;

-- migrations/versions/a2.lua:5
CREATE INDEX m_name ON m (name);

-- migrations/versions/a2.lua:5
COMMENT ON INDEX m_name IS 'by name';

-- migrations/versions/a2.lua:5
COMMENT ON MATERIALIZED VIEW m IS 'kept';

-- migrations/versions/a2.lua:5
COMMENT ON COLUMN m.id IS 'one';

-- migrations/versions/a2.lua:5
COMMENT ON COLUMN m.name IS 'two';

-- migrations/versions/a2.lua:4
COMMENT ON COLUMN v.name IS 'that of users';
