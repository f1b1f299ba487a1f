revision  a1
parent    <base>
message   views
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:9
CREATE VIEW v AS SELECT id FROM users;

-- migrations/versions/a1.lua:10
CREATE VIEW w AS SELECT v.id FROM v;

-- migrations/versions/a1.lua:11
CREATE VIEW x AS SELECT v.id, w.id AS other FROM v, w;

-- migrations/versions/a1.lua:12
CREATE FUNCTION take() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';

-- migrations/versions/a1.lua:13
CREATE TRIGGER taken INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION take();

-- migrations/versions/a1.lua:14
COMMENT ON VIEW w IS 'over v';

-- migrations/versions/a1.lua:15
COMMENT ON COLUMN v.id IS 'that of users';

-- migrations/versions/a1.lua:16
ALTER VIEW v SET (security_barrier);

-- migrations/versions/a1.lua:17
CREATE MATERIALIZED VIEW m AS SELECT id FROM w;

-- migrations/versions/a1.lua:18
CREATE UNIQUE INDEX m_id ON m (id);

downgrade (derived)

-- migrations/versions/a1.lua:18
DROP INDEX m_id;

-- migrations/versions/a1.lua:17
DROP MATERIALIZED VIEW m;

-- migrations/versions/a1.lua:16
ALTER TABLE v RESET (security_barrier);

-- migrations/versions/a1.lua:15
COMMENT ON COLUMN v.id IS NULL;

-- migrations/versions/a1.lua:14
COMMENT ON VIEW w IS NULL;

-- migrations/versions/a1.lua:13
DROP TRIGGER taken ON v;

-- migrations/versions/a1.lua:12
DROP FUNCTION take();

-- migrations/versions/a1.lua:11
DROP VIEW x;

-- migrations/versions/a1.lua:10
DROP VIEW w;

-- migrations/versions/a1.lua:9
DROP VIEW v;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2 (head)
parent    a1
message   a column is added, and used
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE OR REPLACE VIEW v WITH (security_barrier) AS SELECT id, name FROM users;

-- migrations/versions/a2.lua:5
CREATE VIEW names AS SELECT name FROM v;

downgrade (derived)

-- migrations/versions/a2.lua:5
DROP VIEW names;

-- migrations/versions/a2.lua:4
DROP VIEW x;

-- migrations/versions/a2.lua:4
DROP MATERIALIZED VIEW m;

-- migrations/versions/a2.lua:4
DROP VIEW w;

-- migrations/versions/a2.lua:4
DROP TRIGGER taken ON v;

-- migrations/versions/a2.lua:4
DROP VIEW v;

-- migrations/versions/a2.lua:4
CREATE VIEW v AS SELECT id FROM users;

-- migrations/versions/a2.lua:4
CREATE TRIGGER taken INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION take();

-- migrations/versions/a2.lua:4
CREATE VIEW w AS SELECT v.id FROM v;

-- migrations/versions/a2.lua:4
CREATE MATERIALIZED VIEW m AS SELECT id FROM w;

-- migrations/versions/a2.lua:4
CREATE VIEW x AS SELECT v.id, w.id AS other FROM v, w;

-- migrations/versions/a2.lua:4
ALTER TABLE v SET (security_barrier = true);

-- migrations/versions/a2.lua:4
CREATE UNIQUE INDEX m_id ON m (id);

-- migrations/versions/a2.lua:4
COMMENT ON COLUMN v.id IS 'that of users';

-- migrations/versions/a2.lua:4
COMMENT ON VIEW w IS 'over v';
