revision  a1
parent    <base>
message   schemas
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing AUTHORIZATION pg_monitor;

-- migrations/versions/a1.lua:5
CREATE SCHEMA "Odd name";

-- migrations/versions/a1.lua:6
CREATE SCHEMA IF NOT EXISTS billing;

-- migrations/versions/a1.lua:7
CREATE TABLE billing.t (
  id serial,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE INDEX t_id_idx ON billing.t (id);

-- migrations/versions/a1.lua:8
CREATE TYPE billing.kind AS ENUM ('a');

-- migrations/versions/a1.lua:9
CREATE TABLE u (
  id integer NOT NULL,
  n integer DEFAULT nextval('billing.t_id_seq'),
  kind billing.kind DEFAULT 'a',
  CONSTRAINT u_pkey PRIMARY KEY (id),
  CONSTRAINT u_id_fkey FOREIGN KEY (id) REFERENCES billing.t (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:9, loses data
DROP TABLE u;

-- migrations/versions/a1.lua:8
DROP TYPE billing.kind;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE billing.t;

-- migrations/versions/a1.lua:5
DROP SCHEMA "Odd name";

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   changes
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER SCHEMA "Odd name" OWNER TO pg_monitor;

-- migrations/versions/a2.lua:5
ALTER SCHEMA "Odd name" OWNER TO pg_read_all_data;

-- migrations/versions/a2.lua:6
ALTER SCHEMA "Odd name" RENAME TO odd;

-- migrations/versions/a2.lua:7
ALTER SCHEMA billing RENAME TO bills;

-- migrations/versions/a2.lua:8
ALTER SCHEMA bills RENAME TO accounts;

downgrade (derived)

-- migrations/versions/a2.lua:8
ALTER SCHEMA accounts RENAME TO bills;

-- migrations/versions/a2.lua:7
ALTER SCHEMA bills RENAME TO billing;

-- migrations/versions/a2.lua:6
ALTER SCHEMA odd RENAME TO "Odd name";

-- migrations/versions/a2.lua:5
ALTER SCHEMA "Odd name" OWNER TO pg_monitor;

-- migrations/versions/a2.lua:4
ALTER SCHEMA "Odd name" OWNER TO CURRENT_USER;

revision  a3
parent    a2
message   drops
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP SCHEMA odd;

-- migrations/versions/a3.lua:5
DROP SCHEMA IF EXISTS nothing;

-- migrations/versions/a3.lua:6, loses data
DROP SCHEMA accounts CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:6
CREATE SCHEMA accounts AUTHORIZATION pg_monitor;

-- migrations/versions/a3.lua:6
CREATE TYPE accounts.kind AS ENUM ('a');

-- migrations/versions/a3.lua:6
CREATE SEQUENCE accounts.t_id_seq AS integer;

-- migrations/versions/a3.lua:6
CREATE TABLE accounts.t (
  id integer NOT NULL DEFAULT nextval('accounts.t_id_seq'::regclass),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:6
ALTER TABLE u ADD COLUMN kind accounts.kind DEFAULT 'a';

-- migrations/versions/a3.lua:6
ALTER TABLE u ALTER COLUMN n SET DEFAULT nextval('accounts.t_id_seq');

-- migrations/versions/a3.lua:6
ALTER SEQUENCE accounts.t_id_seq OWNED BY accounts.t.id;

-- migrations/versions/a3.lua:6
CREATE INDEX t_id_idx ON accounts.t (id);

-- migrations/versions/a3.lua:6
ALTER TABLE u
  ADD CONSTRAINT u_id_fkey FOREIGN KEY (id) REFERENCES accounts.t (id);

-- migrations/versions/a3.lua:4
CREATE SCHEMA odd AUTHORIZATION pg_read_all_data;

revision  a4
parent    a3
message   a table with its options
created   2026-11-30T10:00:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE SCHEMA attic;

-- migrations/versions/a4.lua:5
CREATE TABLE things (
  id integer NOT NULL,
  CONSTRAINT things_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:6
CREATE TABLE kept (
  id integer NOT NULL
);

downgrade (derived)

-- migrations/versions/a4.lua:6, loses data
DROP TABLE kept;

-- migrations/versions/a4.lua:5, loses data
DROP TABLE things;

-- migrations/versions/a4.lua:4
DROP SCHEMA attic;

revision  a5 (head)
parent    a4
message   moved, and changed otherwise
created   2026-11-30T10:00:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER TABLE things
  SET (fillfactor = 70),
  INHERIT kept,
  ENABLE ROW LEVEL SECURITY,
  REPLICA IDENTITY USING INDEX things_pkey;

-- migrations/versions/a5.lua:4
COMMENT ON TABLE things IS 'old';

-- migrations/versions/a5.lua:4
ALTER TABLE things SET SCHEMA attic;

downgrade (derived)

-- migrations/versions/a5.lua:4
ALTER TABLE attic.things SET SCHEMA public;

-- migrations/versions/a5.lua:4
ALTER TABLE things NO INHERIT kept;

-- migrations/versions/a5.lua:4
ALTER TABLE things DISABLE ROW LEVEL SECURITY;

-- migrations/versions/a5.lua:4
ALTER TABLE things REPLICA IDENTITY DEFAULT;

-- migrations/versions/a5.lua:4
ALTER TABLE things RESET (fillfactor);

-- migrations/versions/a5.lua:4
COMMENT ON TABLE things IS NULL;
