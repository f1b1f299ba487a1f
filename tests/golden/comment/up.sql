revision  a1
parent    <base>
message   comments
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a1.lua:5
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/a1.lua:6
CREATE SEQUENCE numbers;

-- migrations/versions/a1.lua:7
CREATE EXTENSION citext;

-- migrations/versions/a1.lua:8
COMMENT ON EXTENSION citext IS 'an extension';

-- migrations/versions/a1.lua:9
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  "Odd name" text,
  CONSTRAINT users_email_check CHECK (email <> ''),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email)
);

-- migrations/versions/a1.lua:9
CREATE INDEX by_email ON users (email);

-- migrations/versions/a1.lua:16
CREATE TABLE billing.invoices (
  id bigint
);

downgrade (derived)

-- migrations/versions/a1.lua:16, loses data
DROP TABLE billing.invoices;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:8
COMMENT ON EXTENSION citext IS NULL;

-- migrations/versions/a1.lua:7
DROP EXTENSION citext;

-- migrations/versions/a1.lua:6, loses data
DROP SEQUENCE numbers;

-- migrations/versions/a1.lua:5
DROP TYPE kind;

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   set
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
COMMENT ON TABLE users IS 'it''s
a table \ with';

-- migrations/versions/a2.lua:5
COMMENT ON TABLE billing.invoices IS 'qualified';

-- migrations/versions/a2.lua:6
COMMENT ON COLUMN users.email IS 'where they read';

-- migrations/versions/a2.lua:7
COMMENT ON COLUMN users."Odd name" IS NULL;

-- migrations/versions/a2.lua:8
COMMENT ON COLUMN billing.invoices.id IS 'three parts';

-- migrations/versions/a2.lua:9
COMMENT ON CONSTRAINT users_email_check on users IS 'a rule';

-- migrations/versions/a2.lua:10
COMMENT ON CONSTRAINT users_pkey on users IS 'the key';

-- migrations/versions/a2.lua:11
COMMENT ON INDEX by_email IS 'an index';

-- migrations/versions/a2.lua:12
COMMENT ON SEQUENCE numbers IS 'a sequence';

-- migrations/versions/a2.lua:13
COMMENT ON TYPE kind IS 'a type';

-- migrations/versions/a2.lua:14
COMMENT ON SCHEMA billing IS 'a schema';

-- migrations/versions/a2.lua:15
COMMENT ON COLUMN users.id IS 'in SQL';

downgrade (derived)

-- migrations/versions/a2.lua:15
COMMENT ON COLUMN users.id IS NULL;

-- migrations/versions/a2.lua:14
COMMENT ON SCHEMA billing IS NULL;

-- migrations/versions/a2.lua:13
COMMENT ON TYPE kind IS NULL;

-- migrations/versions/a2.lua:12
COMMENT ON SEQUENCE numbers IS NULL;

-- migrations/versions/a2.lua:11
COMMENT ON INDEX by_email IS NULL;

-- migrations/versions/a2.lua:10
COMMENT ON CONSTRAINT users_pkey ON users IS NULL;

-- migrations/versions/a2.lua:9
COMMENT ON CONSTRAINT users_email_check ON users IS NULL;

-- migrations/versions/a2.lua:8
COMMENT ON COLUMN billing.invoices.id IS NULL;

-- migrations/versions/a2.lua:6
COMMENT ON COLUMN users.email IS NULL;

-- migrations/versions/a2.lua:5
COMMENT ON TABLE billing.invoices IS NULL;

-- migrations/versions/a2.lua:4
COMMENT ON TABLE users IS NULL;

revision  a3 (head)
parent    a2
message   taken away, changed, and dropped with what they are on
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
COMMENT ON TABLE users IS NULL;

-- migrations/versions/a3.lua:5
COMMENT ON COLUMN users.email IS 'other';

-- migrations/versions/a3.lua:6
COMMENT ON INDEX by_email IS NULL;

-- migrations/versions/a3.lua:7
ALTER TABLE users DROP CONSTRAINT users_email_check;

-- migrations/versions/a3.lua:8, loses data
DROP SEQUENCE numbers;

-- migrations/versions/a3.lua:9
DROP TYPE kind;

-- migrations/versions/a3.lua:10
DROP EXTENSION citext;

-- migrations/versions/a3.lua:11, loses data
DROP TABLE billing.invoices;

-- migrations/versions/a3.lua:12
DROP SCHEMA billing;

-- migrations/versions/a3.lua:13, loses data
DROP TABLE users;

downgrade (derived)

-- migrations/versions/a3.lua:13
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  "Odd name" text,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email)
);

-- migrations/versions/a3.lua:13
COMMENT ON COLUMN users.id IS 'in SQL';

-- migrations/versions/a3.lua:13
COMMENT ON COLUMN users.email IS 'other';

-- migrations/versions/a3.lua:13
COMMENT ON CONSTRAINT users_pkey ON users IS 'the key';

-- migrations/versions/a3.lua:13
CREATE INDEX by_email ON users (email);

-- migrations/versions/a3.lua:12
CREATE SCHEMA billing;

-- migrations/versions/a3.lua:12
COMMENT ON SCHEMA billing IS 'a schema';

-- migrations/versions/a3.lua:11
CREATE TABLE billing.invoices (
  id bigint
);

-- migrations/versions/a3.lua:11
COMMENT ON TABLE billing.invoices IS 'qualified';

-- migrations/versions/a3.lua:11
COMMENT ON COLUMN billing.invoices.id IS 'three parts';

-- migrations/versions/a3.lua:10
CREATE EXTENSION citext SCHEMA public;

-- migrations/versions/a3.lua:10
COMMENT ON EXTENSION citext IS 'an extension';

-- migrations/versions/a3.lua:9
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/a3.lua:9
COMMENT ON TYPE kind IS 'a type';

-- migrations/versions/a3.lua:8
CREATE SEQUENCE numbers;

-- migrations/versions/a3.lua:8
COMMENT ON SEQUENCE numbers IS 'a sequence';

-- migrations/versions/a3.lua:7
ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (email <> '');

-- migrations/versions/a3.lua:7
COMMENT ON CONSTRAINT users_email_check ON users IS 'a rule';

-- migrations/versions/a3.lua:6
COMMENT ON INDEX by_email IS 'an index';

-- migrations/versions/a3.lua:5
COMMENT ON COLUMN users.email IS 'where they read';

-- migrations/versions/a3.lua:4
COMMENT ON TABLE users IS 'it''s
a table \ with';
