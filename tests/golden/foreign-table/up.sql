revision  a1
parent    <base>
message   foreign tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE TABLE base (
  id bigint NOT NULL,
  CONSTRAINT positive CHECK (id > 0)
);

-- migrations/versions/a.lua:5
CREATE TABLE events (
  at date NOT NULL,
  kind text
)
PARTITION BY RANGE (at);

-- migrations/versions/a.lua:7
CREATE FOREIGN DATA WRAPPER w;

-- migrations/versions/a.lua:8
CREATE SERVER far FOREIGN DATA WRAPPER w;

-- migrations/versions/a.lua:9
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';

-- migrations/versions/a.lua:10
CREATE FOREIGN TABLE users (
			id integer OPTIONS (column_name 'user_id', "key" 'true') NOT NULL,
			name text COLLATE "C" DEFAULT 'it''s',
			"full name" text GENERATED ALWAYS AS (name || '!') STORED,
			CONSTRAINT named CHECK (name <> '')
		) SERVER far OPTIONS (schema_name 'public', "table" 'people');

-- migrations/versions/a.lua:16
CREATE FOREIGN TABLE IF NOT EXISTS users (id text) SERVER far;

-- migrations/versions/a.lua:17
CREATE FOREIGN TABLE more (note text) INHERITS (base) SERVER far;

-- migrations/versions/a.lua:18
CREATE FOREIGN TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER far OPTIONS (a 'b');

-- migrations/versions/a.lua:19
CREATE TRIGGER noted AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION note();

-- migrations/versions/a.lua:20
CREATE VIEW names AS SELECT name FROM users;

-- migrations/versions/a.lua:21
COMMENT ON FOREIGN TABLE users IS 'they are elsewhere';

-- migrations/versions/a.lua:22
COMMENT ON COLUMN users.id IS 'a number';

-- migrations/versions/a.lua:23
GRANT SELECT ON users TO PUBLIC;

-- migrations/versions/a.lua:25
CREATE INDEX events_kind_idx ON events (kind);

downgrade (derived)

-- migrations/versions/a.lua:25
DROP INDEX events_kind_idx;

-- migrations/versions/a.lua:23
REVOKE SELECT ON TABLE users FROM PUBLIC;

-- migrations/versions/a.lua:22
COMMENT ON COLUMN users.id IS NULL;

-- migrations/versions/a.lua:21
COMMENT ON FOREIGN TABLE users IS NULL;

-- migrations/versions/a.lua:20
DROP VIEW names;

-- migrations/versions/a.lua:19
DROP TRIGGER noted ON users;

-- migrations/versions/a.lua:18
DROP FOREIGN TABLE events_2020;

-- migrations/versions/a.lua:17
DROP FOREIGN TABLE more;

-- migrations/versions/a.lua:10
DROP FOREIGN TABLE users;

-- migrations/versions/a.lua:9
DROP FUNCTION note();

-- migrations/versions/a.lua:8
DROP SERVER far;

-- migrations/versions/a.lua:7
DROP FOREIGN DATA WRAPPER w;

-- migrations/versions/a.lua:5, loses data
DROP TABLE events;

-- migrations/versions/a.lua:4, loses data
DROP TABLE base;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
CREATE SCHEMA other;

-- migrations/versions/b.lua:6
ALTER FOREIGN TABLE users RENAME TO members;

-- migrations/versions/b.lua:7
ALTER FOREIGN TABLE members RENAME COLUMN name TO "Name";

-- migrations/versions/b.lua:8
ALTER TABLE members SET SCHEMA other;

-- migrations/versions/b.lua:9
ALTER SERVER far RENAME TO away;

-- migrations/versions/b.lua:10
ALTER FOREIGN TABLE other.members
			OPTIONS (ADD batch '10', SET schema_name 'there', DROP "table"),
			ALTER id OPTIONS (SET column_name 'nr', DROP key),
			ALTER "Name" OPTIONS (ADD column_name 'n'),
			ADD since date OPTIONS (x 'y') DEFAULT '2020-01-01',
			DROP CONSTRAINT named,
			ADD CONSTRAINT long CHECK (length("Name") > 2) NOT VALID,
			ALTER id TYPE bigint,
			DISABLE TRIGGER noted;

-- migrations/versions/b.lua:19
ALTER TABLE events DETACH PARTITION events_2020;

-- migrations/versions/b.lua:20
COMMENT ON FOREIGN TABLE other.members IS NULL;

-- migrations/versions/b.lua:22
ALTER TABLE more ADD COLUMN extra integer;

-- migrations/versions/b.lua:23
ALTER TABLE other.members ALTER COLUMN since SET NOT NULL;

downgrade (derived)

-- migrations/versions/b.lua:23
ALTER TABLE other.members ALTER COLUMN since DROP NOT NULL;

-- migrations/versions/b.lua:22, loses data
ALTER TABLE more DROP COLUMN extra;

-- migrations/versions/b.lua:20
COMMENT ON FOREIGN TABLE other.members IS 'they are elsewhere';

-- migrations/versions/b.lua:19
ALTER TABLE events
  ATTACH PARTITION events_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- migrations/versions/b.lua:10
ALTER TABLE other.members DROP CONSTRAINT long;

-- migrations/versions/b.lua:10, loses data
ALTER TABLE other.members DROP COLUMN since;

-- migrations/versions/b.lua:10
ALTER TABLE other.members ALTER COLUMN id TYPE integer;

-- migrations/versions/b.lua:10
ALTER FOREIGN TABLE other.members OPTIONS (DROP batch, SET schema_name 'public', ADD "table" 'people');

-- migrations/versions/b.lua:10
ALTER FOREIGN TABLE other.members ALTER COLUMN id OPTIONS (SET column_name 'user_id', ADD key 'true');

-- migrations/versions/b.lua:10
ALTER FOREIGN TABLE other.members ALTER COLUMN "Name" OPTIONS (DROP column_name);

-- migrations/versions/b.lua:10
ALTER TABLE other.members ADD CONSTRAINT named CHECK ("Name" <> '');

-- migrations/versions/b.lua:10
ALTER TABLE other.members ENABLE TRIGGER noted;

-- migrations/versions/b.lua:9
ALTER SERVER away RENAME TO far;

-- migrations/versions/b.lua:8
ALTER TABLE other.members SET SCHEMA public;

-- migrations/versions/b.lua:7
ALTER TABLE members RENAME COLUMN "Name" TO name;

-- migrations/versions/b.lua:6
ALTER TABLE members RENAME TO users;

-- migrations/versions/b.lua:4
DROP SCHEMA other;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:5
DROP FOREIGN TABLE IF EXISTS users;

-- migrations/versions/c.lua:6
DROP FOREIGN TABLE other.members CASCADE;

-- migrations/versions/c.lua:7
DROP SERVER away CASCADE;

downgrade (derived)

-- migrations/versions/c.lua:7
CREATE SERVER away FOREIGN DATA WRAPPER w;

-- migrations/versions/c.lua:7
CREATE FOREIGN TABLE events_2020 (
  at date NOT NULL,
  kind text
)
SERVER away OPTIONS (a 'b');

-- migrations/versions/c.lua:7
CREATE FOREIGN TABLE more (
  note text,
  extra integer
)
INHERITS (base)
SERVER away;

-- migrations/versions/c.lua:6
CREATE FOREIGN TABLE other.members (
  id bigint OPTIONS (column_name 'nr') NOT NULL,
  "Name" text OPTIONS (column_name 'n') COLLATE "C" DEFAULT 'it''s',
  "full name" text GENERATED ALWAYS AS ("Name" || '!') STORED,
  since date OPTIONS (x 'y') NOT NULL DEFAULT '2020-01-01'
)
SERVER away OPTIONS (schema_name 'there', batch '10');

-- migrations/versions/c.lua:6
COMMENT ON COLUMN other.members.id IS 'a number';

-- migrations/versions/c.lua:6
ALTER TABLE other.members ADD CONSTRAINT long CHECK (length("Name") > 2) NOT VALID;

-- migrations/versions/c.lua:6
CREATE VIEW names AS SELECT "Name" AS name FROM other.members;

-- migrations/versions/c.lua:6
CREATE TRIGGER noted AFTER INSERT ON other.members FOR EACH ROW EXECUTE FUNCTION note();

-- migrations/versions/c.lua:6
ALTER TABLE other.members DISABLE TRIGGER noted;

-- migrations/versions/c.lua:6
GRANT SELECT ON TABLE other.members TO PUBLIC;
