revision  a1
parent    <base>
message   all that may use an enum
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE role AS ENUM ('patient', 'clinician', 'robot', 'admin');

-- migrations/versions/a1.lua:5
COMMENT ON TYPE role IS 'Who they are';

-- migrations/versions/a1.lua:6
CREATE TABLE roles (
  role role NOT NULL,
  title text,
  CONSTRAINT roles_pkey PRIMARY KEY (role)
);

-- migrations/versions/a1.lua:6
COMMENT ON COLUMN roles.title IS 'for people';

-- migrations/versions/a1.lua:10
CREATE TABLE users (
  id bigint NOT NULL,
  role role NOT NULL DEFAULT 'patient',
  others role[] NOT NULL DEFAULT '{"patient","admin"}',
  name text DEFAULT 'robot',
  CONSTRAINT users_role_check CHECK (role <> 'admin' OR 'admin' = ANY (others)),
  CONSTRAINT users_name_check CHECK (name <> 'robot'),
  CONSTRAINT users_mixed CHECK (role <> 'admin' OR name <> 'admin'),
  CONSTRAINT users_case CHECK (coalesce(role, 'admin') = 'admin'::role OR CASE role WHEN 'admin' THEN 'admin' ELSE name END <> 'x'),
  CONSTRAINT users_array CHECK (others <> '{admin,patient}' OR role::text <> 'admin'),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_role_name_key UNIQUE (role, name),
  CONSTRAINT users_role_fkey FOREIGN KEY (role) REFERENCES roles (role)
);

-- migrations/versions/a1.lua:10
CREATE INDEX users_in ON users (id)
  WHERE (role IN ('admin', 'patient') AND name = 'admin');

-- migrations/versions/a1.lua:10
CREATE INDEX users_role_idx ON users (role);

-- migrations/versions/a1.lua:10
CREATE INDEX users_humans ON users (name) WHERE (role <> 'admin');

-- migrations/versions/a1.lua:10
CREATE INDEX users_admins ON users (((role = 'admin')));

-- migrations/versions/a1.lua:26
COMMENT ON INDEX users_humans IS 'a part';

-- migrations/versions/a1.lua:27
COMMENT ON CONSTRAINT users_role_check on users IS 'a rule';

-- migrations/versions/a1.lua:28
CREATE TABLE logs (
  at timestamp with time zone NOT NULL,
  role role DEFAULT 'patient'
)
PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:32
CREATE TABLE logs_2026 PARTITION OF logs
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- migrations/versions/a1.lua:34
ALTER TABLE logs_2026 ALTER COLUMN role SET DEFAULT 'admin';

-- migrations/versions/a1.lua:35
INSERT INTO roles (role, title) VALUES
  ('patient', DEFAULT),
  ('admin', 'Boss');

-- migrations/versions/a1.lua:36
INSERT INTO users (id, role, name) VALUES
  (1, DEFAULT, 'a'),
  (2, 'admin', 'b');

-- migrations/versions/a1.lua:37
INSERT INTO logs (at, role) VALUES
  ('2026-05-05', 'patient');

downgrade (derived)

-- migrations/versions/a1.lua:34
ALTER TABLE logs_2026 ALTER COLUMN role SET DEFAULT 'patient';

-- migrations/versions/a1.lua:28, loses data
DROP TABLE logs;

-- migrations/versions/a1.lua:27
COMMENT ON CONSTRAINT users_role_check ON users IS NULL;

-- migrations/versions/a1.lua:26
COMMENT ON INDEX users_humans IS NULL;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE roles;

-- migrations/versions/a1.lua:5
COMMENT ON TYPE role IS NULL;

-- migrations/versions/a1.lua:4
DROP TYPE role;

revision  a2
parent    a1
message   no robots
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users DROP CONSTRAINT users_role_fkey;

-- migrations/versions/a2.lua:4
ALTER TABLE users DROP CONSTRAINT users_role_check;

-- migrations/versions/a2.lua:4
ALTER TABLE users DROP CONSTRAINT users_mixed;

-- migrations/versions/a2.lua:4
ALTER TABLE users DROP CONSTRAINT users_case;

-- migrations/versions/a2.lua:4
ALTER TABLE users DROP CONSTRAINT users_array;

-- migrations/versions/a2.lua:4
DROP INDEX users_in;

-- migrations/versions/a2.lua:4
DROP INDEX users_humans;

-- migrations/versions/a2.lua:4
DROP INDEX users_admins;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY users ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY users ALTER COLUMN others DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY logs ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY logs_2026 ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE role RENAME TO role_old;

-- migrations/versions/a2.lua:4
CREATE TYPE role AS ENUM ('patient', 'clinician', 'admin');

-- migrations/versions/a2.lua:4
ALTER TABLE roles
  ALTER COLUMN role TYPE role USING role::text::role;

-- migrations/versions/a2.lua:4
ALTER TABLE users
  ALTER COLUMN role TYPE role USING role::text::role,
  ALTER COLUMN others TYPE role[] USING others::text[]::role[];

-- migrations/versions/a2.lua:4
ALTER TABLE logs
  ALTER COLUMN role TYPE role USING role::text::role;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY users ALTER COLUMN role SET DEFAULT 'patient';

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY users ALTER COLUMN others SET DEFAULT '{"patient","admin"}';

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY logs ALTER COLUMN role SET DEFAULT 'patient';

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY logs_2026 ALTER COLUMN role SET DEFAULT 'admin';

-- migrations/versions/a2.lua:4
DROP TYPE role_old;

-- migrations/versions/a2.lua:4
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK (role <> 'admin' OR 'admin' = ANY (others));

-- migrations/versions/a2.lua:4
COMMENT ON CONSTRAINT users_role_check ON users IS 'a rule';

-- migrations/versions/a2.lua:4
ALTER TABLE users ADD CONSTRAINT users_mixed CHECK (role <> 'admin' OR name <> 'admin');

-- migrations/versions/a2.lua:4
ALTER TABLE users ADD CONSTRAINT users_case CHECK (coalesce(role, 'admin') = 'admin'::role OR CASE role WHEN 'admin' THEN 'admin' ELSE name END <> 'x');

-- migrations/versions/a2.lua:4
ALTER TABLE users ADD CONSTRAINT users_array CHECK (others <> '{admin,patient}' OR role::text <> 'admin');

-- migrations/versions/a2.lua:4
CREATE INDEX users_in ON users (id)
  WHERE (role IN ('admin', 'patient') AND name = 'admin');

-- migrations/versions/a2.lua:4
CREATE INDEX users_humans ON users (name) WHERE (role <> 'admin');

-- migrations/versions/a2.lua:4
COMMENT ON INDEX users_humans IS 'a part';

-- migrations/versions/a2.lua:4
CREATE INDEX users_admins ON users (((role = 'admin')));

-- migrations/versions/a2.lua:4
ALTER TABLE users ADD CONSTRAINT users_role_fkey FOREIGN KEY (role) REFERENCES roles (role);

-- migrations/versions/a2.lua:4
COMMENT ON TYPE role IS 'Who they are';

downgrade (derived)

-- migrations/versions/a2.lua:4
ALTER TYPE role ADD VALUE 'robot' AFTER 'clinician';

revision  a3
parent    a2
message   bosses
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TYPE role RENAME VALUE 'admin' TO 'boss';

-- migrations/versions/a3.lua:5
ALTER TABLE users DROP CONSTRAINT users_role_fkey;

-- migrations/versions/a3.lua:5
ALTER TABLE users DROP CONSTRAINT users_role_check;

-- migrations/versions/a3.lua:5
ALTER TABLE users DROP CONSTRAINT users_mixed;

-- migrations/versions/a3.lua:5
ALTER TABLE users DROP CONSTRAINT users_case;

-- migrations/versions/a3.lua:5
ALTER TABLE users DROP CONSTRAINT users_array;

-- migrations/versions/a3.lua:5
DROP INDEX users_in;

-- migrations/versions/a3.lua:5
DROP INDEX users_humans;

-- migrations/versions/a3.lua:5
DROP INDEX users_admins;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY users ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY users ALTER COLUMN others DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY logs ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY logs_2026 ALTER COLUMN role DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TYPE role RENAME TO role_old;

-- migrations/versions/a3.lua:5
CREATE TYPE role AS ENUM ('patient', 'boss');

-- migrations/versions/a3.lua:5
ALTER TABLE roles
  ALTER COLUMN role TYPE role USING role::text::role;

-- migrations/versions/a3.lua:5
ALTER TABLE users
  ALTER COLUMN role TYPE role USING role::text::role,
  ALTER COLUMN others TYPE role[] USING others::text[]::role[];

-- migrations/versions/a3.lua:5
ALTER TABLE logs
  ALTER COLUMN role TYPE role USING role::text::role;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY users ALTER COLUMN role SET DEFAULT 'patient';

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY users ALTER COLUMN others SET DEFAULT '{"patient","boss"}';

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY logs ALTER COLUMN role SET DEFAULT 'patient';

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY logs_2026 ALTER COLUMN role SET DEFAULT 'boss';

-- migrations/versions/a3.lua:5
DROP TYPE role_old;

-- migrations/versions/a3.lua:5
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK (role <> 'boss' OR 'boss' = ANY (others));

-- migrations/versions/a3.lua:5
COMMENT ON CONSTRAINT users_role_check ON users IS 'a rule';

-- migrations/versions/a3.lua:5
ALTER TABLE users ADD CONSTRAINT users_mixed CHECK (role <> 'boss' OR name <> 'admin');

-- migrations/versions/a3.lua:5
ALTER TABLE users ADD CONSTRAINT users_case CHECK (coalesce(role, 'boss') = 'boss'::role OR CASE role WHEN 'boss' THEN 'admin' ELSE name END <> 'x');

-- migrations/versions/a3.lua:5
ALTER TABLE users ADD CONSTRAINT users_array CHECK (others <> '{"boss","patient"}' OR role::text <> 'admin');

-- migrations/versions/a3.lua:5
CREATE INDEX users_in ON users (id)
  WHERE (role IN ('boss', 'patient') AND name = 'admin');

-- migrations/versions/a3.lua:5
CREATE INDEX users_humans ON users (name) WHERE (role <> 'boss');

-- migrations/versions/a3.lua:5
COMMENT ON INDEX users_humans IS 'a part';

-- migrations/versions/a3.lua:5
CREATE INDEX users_admins ON users (((role = 'boss')));

-- migrations/versions/a3.lua:5
ALTER TABLE users ADD CONSTRAINT users_role_fkey FOREIGN KEY (role) REFERENCES roles (role);

-- migrations/versions/a3.lua:5
COMMENT ON TYPE role IS 'Who they are';

downgrade (derived)

-- migrations/versions/a3.lua:5
ALTER TYPE role ADD VALUE 'clinician' AFTER 'patient';

-- migrations/versions/a3.lua:4
ALTER TYPE role RENAME VALUE 'boss' TO 'admin';

-- migrations/versions/a3.lua:1
ALTER TABLE users DROP CONSTRAINT users_array;

-- migrations/versions/a3.lua:1
ALTER TABLE users
  ADD CONSTRAINT users_array CHECK (others <> '{admin,patient}' OR role::text <> 'admin');

revision  a4 (head)
parent    a3
message   what followed the label comes back with it
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
DROP INDEX users_humans;

-- migrations/versions/a4.lua:5
ALTER TABLE users DROP CONSTRAINT users_role_check;

-- migrations/versions/a4.lua:6
ALTER TABLE users DROP CONSTRAINT users_mixed;

-- migrations/versions/a4.lua:7
ALTER TABLE users DROP CONSTRAINT users_case;

-- migrations/versions/a4.lua:8
ALTER TABLE users DROP CONSTRAINT users_array;

-- migrations/versions/a4.lua:9
DROP INDEX users_in;

-- migrations/versions/a4.lua:10
ALTER TABLE users ALTER COLUMN others DROP DEFAULT;

downgrade (derived)

-- migrations/versions/a4.lua:10
ALTER TABLE users ALTER COLUMN others SET DEFAULT '{"patient","boss"}';

-- migrations/versions/a4.lua:9
CREATE INDEX users_in ON users (id)
  WHERE (role IN ('boss', 'patient') AND name = 'admin');

-- migrations/versions/a4.lua:8
ALTER TABLE users
  ADD CONSTRAINT users_array CHECK (others <> '{"boss","patient"}' OR role::text <> 'admin');

-- migrations/versions/a4.lua:7
ALTER TABLE users
  ADD CONSTRAINT users_case CHECK (coalesce(role, 'boss') = 'boss'::role OR CASE role WHEN 'boss' THEN 'admin' ELSE name END <> 'x');

-- migrations/versions/a4.lua:6
ALTER TABLE users
  ADD CONSTRAINT users_mixed CHECK (role <> 'boss' OR name <> 'admin');

-- migrations/versions/a4.lua:5
ALTER TABLE users
  ADD CONSTRAINT users_role_check CHECK (role <> 'boss' OR 'boss' = ANY (others));

-- migrations/versions/a4.lua:5
COMMENT ON CONSTRAINT users_role_check ON users IS 'a rule';

-- migrations/versions/a4.lua:4
CREATE INDEX users_humans ON users (name) WHERE (role <> 'boss');

-- migrations/versions/a4.lua:4
COMMENT ON INDEX users_humans IS 'a part';
