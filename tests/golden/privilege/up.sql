revision  a1
parent    <base>
message   what is granted goes with what it is on
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:6
CREATE SEQUENCE counter;

-- migrations/versions/a1.lua:7
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY,
  email text,
  password text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:12
CREATE TABLE app.orders (
  id bigserial,
  total numeric,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:14
CREATE VIEW emails AS SELECT id, email FROM users;

-- migrations/versions/a1.lua:15
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a1.lua:16
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a1.lua:17
GRANT SELECT ON users TO golden_reader;

downgrade (derived)

-- migrations/versions/a1.lua:17
REVOKE SELECT ON TABLE users FROM golden_reader;

-- migrations/versions/a1.lua:16
DROP PROCEDURE p();

-- migrations/versions/a1.lua:15
DROP FUNCTION f(integer);

-- migrations/versions/a1.lua:14
DROP VIEW emails;

-- migrations/versions/a1.lua:12, loses data
DROP TABLE app.orders;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:6, loses data
DROP SEQUENCE counter;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   rights are granted
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
GRANT USAGE ON SCHEMA app, public TO golden_reader, golden_writer;

-- migrations/versions/a2.lua:6
GRANT SELECT ON users, app.orders TO golden_reader;

-- migrations/versions/a2.lua:7
GRANT ALL ON users TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a2.lua:8
GRANT SELECT (email), UPDATE (email, password) ON users TO "Golden owner";

-- migrations/versions/a2.lua:9
GRANT USAGE ON SEQUENCE counter, users_id_seq TO golden_writer;

-- migrations/versions/a2.lua:10
GRANT SELECT ON emails TO PUBLIC;

-- migrations/versions/a2.lua:11
GRANT SELECT (id) ON emails TO golden_writer;

-- migrations/versions/a2.lua:12
REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;

-- migrations/versions/a2.lua:13
GRANT EXECUTE ON ROUTINE f TO golden_writer;

-- migrations/versions/a2.lua:14
REVOKE ALL ON PROCEDURE p() FROM PUBLIC;

-- migrations/versions/a2.lua:15
REVOKE USAGE ON TYPE mood FROM PUBLIC;

-- migrations/versions/a2.lua:16
GRANT ALL PRIVILEGES ON ALL SEQUENCES IN SCHEMA app TO golden_writer;

-- migrations/versions/a2.lua:17
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA app TO golden_writer GRANTED BY CURRENT_USER;

-- migrations/versions/a2.lua:18
GRANT golden_reader TO golden_writer WITH ADMIN OPTION;

-- migrations/versions/a2.lua:19
GRANT TEMP ON DATABASE postgres TO golden_reader;

downgrade (derived)

-- migrations/versions/a2.lua:19
REVOKE TEMPORARY ON DATABASE postgres FROM golden_reader;

-- migrations/versions/a2.lua:18
REVOKE golden_reader FROM golden_writer;

-- migrations/versions/a2.lua:17
REVOKE INSERT, SELECT ON TABLE app.orders FROM golden_writer;

-- migrations/versions/a2.lua:16
REVOKE ALL ON SEQUENCE app.orders_id_seq FROM golden_writer;

-- migrations/versions/a2.lua:15
GRANT USAGE ON TYPE mood TO PUBLIC;

-- migrations/versions/a2.lua:14
GRANT EXECUTE ON PROCEDURE p() TO PUBLIC;

-- migrations/versions/a2.lua:13
REVOKE EXECUTE ON FUNCTION f(integer) FROM golden_writer;

-- migrations/versions/a2.lua:12
GRANT EXECUTE ON FUNCTION f(integer) TO PUBLIC;

-- migrations/versions/a2.lua:11
REVOKE SELECT (id) ON TABLE emails FROM golden_writer;

-- migrations/versions/a2.lua:10
REVOKE SELECT ON TABLE emails FROM PUBLIC;

-- migrations/versions/a2.lua:9
REVOKE USAGE ON SEQUENCE users_id_seq FROM golden_writer;

-- migrations/versions/a2.lua:9
REVOKE USAGE ON SEQUENCE counter FROM golden_writer;

-- migrations/versions/a2.lua:8
REVOKE SELECT (email), UPDATE (email, password) ON TABLE users FROM "Golden owner";

-- migrations/versions/a2.lua:7
REVOKE ALL ON TABLE users FROM golden_writer;

-- migrations/versions/a2.lua:6
REVOKE SELECT ON TABLE app.orders FROM golden_reader;

-- migrations/versions/a2.lua:5
REVOKE USAGE ON SCHEMA public FROM golden_reader;

-- migrations/versions/a2.lua:5
REVOKE USAGE ON SCHEMA public FROM golden_writer;

-- migrations/versions/a2.lua:5
REVOKE USAGE ON SCHEMA app FROM golden_reader;

-- migrations/versions/a2.lua:5
REVOKE USAGE ON SCHEMA app FROM golden_writer;

revision  a3
parent    a2
message   rights are taken
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
REVOKE UPDATE ON users FROM golden_writer, "Golden owner";

-- migrations/versions/a3.lua:6
REVOKE GRANT OPTION FOR SELECT ON users FROM golden_writer;

-- migrations/versions/a3.lua:7
REVOKE ALL ON app.orders FROM golden_reader, golden_writer;

-- migrations/versions/a3.lua:8
REVOKE ADMIN OPTION FOR golden_reader FROM golden_writer;

-- migrations/versions/a3.lua:9
REVOKE TEMPORARY ON DATABASE postgres FROM golden_reader;

-- migrations/versions/a3.lua:10
REVOKE SELECT ON emails FROM PUBLIC;

-- migrations/versions/a3.lua:11
GRANT EXECUTE ON FUNCTION f(integer) TO PUBLIC;

downgrade (derived)

-- migrations/versions/a3.lua:11
REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;

-- migrations/versions/a3.lua:10
GRANT SELECT ON TABLE emails TO PUBLIC;

-- migrations/versions/a3.lua:9
GRANT TEMPORARY ON DATABASE postgres TO golden_reader;

-- migrations/versions/a3.lua:8
GRANT golden_reader TO golden_writer WITH ADMIN OPTION;

-- migrations/versions/a3.lua:7
GRANT SELECT ON TABLE app.orders TO golden_reader;

-- migrations/versions/a3.lua:7
GRANT INSERT, SELECT ON TABLE app.orders TO golden_writer;

-- migrations/versions/a3.lua:6
GRANT SELECT ON TABLE users TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a3.lua:5
GRANT UPDATE ON TABLE users TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a3.lua:5
GRANT UPDATE (email, password) ON TABLE users TO "Golden owner";

revision  a4
parent    a3
message   what goes comes back with them
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE users RENAME TO people;

-- migrations/versions/a4.lua:5
ALTER TABLE people RENAME COLUMN email TO mail;

-- migrations/versions/a4.lua:6, loses data
ALTER TABLE people DROP COLUMN password;

-- migrations/versions/a4.lua:7
ALTER SCHEMA app RENAME TO shop;

-- migrations/versions/a4.lua:9
DROP VIEW emails;

-- migrations/versions/a4.lua:10
DROP FUNCTION f;

-- migrations/versions/a4.lua:11
DROP PROCEDURE p;

-- migrations/versions/a4.lua:12, loses data
DROP TABLE shop.orders;

-- migrations/versions/a4.lua:14
DROP TYPE mood;

-- migrations/versions/a4.lua:15, loses data
DROP SEQUENCE counter;

-- migrations/versions/a4.lua:16, loses data
DROP TABLE people;

-- migrations/versions/a4.lua:17
DROP SCHEMA shop;

downgrade (derived)

-- migrations/versions/a4.lua:17
CREATE SCHEMA shop;

-- migrations/versions/a4.lua:17
GRANT USAGE ON SCHEMA shop TO golden_reader;

-- migrations/versions/a4.lua:17
GRANT USAGE ON SCHEMA shop TO golden_writer;

-- migrations/versions/a4.lua:16
CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME users_id_seq),
  mail text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:16
GRANT SELECT ON TABLE people TO golden_reader;

-- migrations/versions/a4.lua:16
GRANT INSERT, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE people TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a4.lua:16
GRANT SELECT ON TABLE people TO golden_writer;

-- migrations/versions/a4.lua:16
GRANT USAGE ON SEQUENCE users_id_seq TO golden_writer;

-- migrations/versions/a4.lua:16
GRANT SELECT (mail) ON TABLE people TO "Golden owner";

-- migrations/versions/a4.lua:15
CREATE SEQUENCE counter;

-- migrations/versions/a4.lua:15
GRANT USAGE ON SEQUENCE counter TO golden_writer;

-- migrations/versions/a4.lua:14
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a4.lua:14
REVOKE USAGE ON TYPE mood FROM PUBLIC;

-- migrations/versions/a4.lua:12
CREATE SEQUENCE shop.orders_id_seq;

-- migrations/versions/a4.lua:12
CREATE TABLE shop.orders (
  id bigint NOT NULL DEFAULT nextval('shop.orders_id_seq'::regclass),
  total numeric,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:12
ALTER SEQUENCE shop.orders_id_seq OWNED BY shop.orders.id;

-- migrations/versions/a4.lua:12
GRANT ALL ON SEQUENCE shop.orders_id_seq TO golden_writer;

-- migrations/versions/a4.lua:11
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a4.lua:11
REVOKE EXECUTE ON PROCEDURE p() FROM PUBLIC;

-- migrations/versions/a4.lua:10
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a4.lua:10
GRANT EXECUTE ON FUNCTION f(integer) TO golden_writer;

-- migrations/versions/a4.lua:9
CREATE VIEW emails AS SELECT id, mail AS email FROM people;

-- migrations/versions/a4.lua:9
GRANT SELECT (id) ON TABLE emails TO golden_writer;

-- migrations/versions/a4.lua:7
ALTER SCHEMA shop RENAME TO app;

-- migrations/versions/a4.lua:6
ALTER TABLE people ADD COLUMN password text;

-- migrations/versions/a4.lua:5
ALTER TABLE people RENAME COLUMN mail TO email;

-- migrations/versions/a4.lua:4
ALTER TABLE people RENAME TO users;

revision  a5
parent    a4
message   what is made from now on
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
CREATE SCHEMA later;

-- migrations/versions/a5.lua:6
ALTER DEFAULT PRIVILEGES IN SCHEMA later GRANT SELECT, INSERT ON TABLES TO golden_reader;

-- migrations/versions/a5.lua:7
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a5.lua:8
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- migrations/versions/a5.lua:9
ALTER DEFAULT PRIVILEGES FOR ROLE golden_writer GRANT ALL ON SCHEMAS TO golden_reader;

-- migrations/versions/a5.lua:11
CREATE TABLE later.t (
  id bigserial,
  n integer GENERATED ALWAYS AS IDENTITY
);

-- migrations/versions/a5.lua:12
CREATE FUNCTION later.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';

downgrade (derived)

-- migrations/versions/a5.lua:12
DROP FUNCTION later.f();

-- migrations/versions/a5.lua:11, loses data
DROP TABLE later.t;

-- migrations/versions/a5.lua:9
ALTER DEFAULT PRIVILEGES FOR ROLE golden_writer REVOKE ALL ON SCHEMAS FROM golden_reader;

-- migrations/versions/a5.lua:8
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- migrations/versions/a5.lua:7
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM golden_writer;

-- migrations/versions/a5.lua:6
ALTER DEFAULT PRIVILEGES IN SCHEMA later REVOKE INSERT, SELECT ON TABLES FROM golden_reader;

-- migrations/versions/a5.lua:4
DROP SCHEMA later;

revision  a6
parent    a5
message   what was made so
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
REVOKE INSERT ON later.t FROM golden_reader;

-- migrations/versions/a6.lua:6
REVOKE ALL ON SEQUENCE later.t_n_seq FROM golden_writer;

-- migrations/versions/a6.lua:7
ALTER DEFAULT PRIVILEGES IN SCHEMA later REVOKE INSERT ON TABLES FROM golden_reader;

-- migrations/versions/a6.lua:8
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- migrations/versions/a6.lua:9
ALTER DEFAULT PRIVILEGES REVOKE GRANT OPTION FOR USAGE ON SEQUENCES FROM golden_writer;

downgrade (derived)

-- migrations/versions/a6.lua:9
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a6.lua:8
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- migrations/versions/a6.lua:7
ALTER DEFAULT PRIVILEGES IN SCHEMA later GRANT INSERT ON TABLES TO golden_reader;

-- migrations/versions/a6.lua:6
GRANT USAGE ON SEQUENCE later.t_n_seq TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a6.lua:5
GRANT INSERT ON TABLE later.t TO golden_reader;

revision  a7 (head)
parent    a6
message   and goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:4
ALTER SCHEMA later RENAME TO late;

-- migrations/versions/a7.lua:5, loses data
DROP SCHEMA late CASCADE;

downgrade (derived)

-- migrations/versions/a7.lua:5
CREATE SCHEMA late;

-- migrations/versions/a7.lua:5
CREATE SEQUENCE late.t_id_seq;

-- migrations/versions/a7.lua:5
CREATE FUNCTION late.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a7.lua:5
CREATE TABLE late.t (
  id bigint NOT NULL DEFAULT nextval('late.t_id_seq'::regclass),
  n integer GENERATED ALWAYS AS IDENTITY
);

-- migrations/versions/a7.lua:5
ALTER SEQUENCE late.t_id_seq OWNED BY late.t.id;

-- migrations/versions/a7.lua:5
ALTER DEFAULT PRIVILEGES IN SCHEMA late GRANT SELECT ON TABLES TO golden_reader;

-- migrations/versions/a7.lua:5
REVOKE EXECUTE ON FUNCTION late.f() FROM PUBLIC;

-- migrations/versions/a7.lua:5
GRANT USAGE ON SEQUENCE late.t_id_seq TO golden_writer WITH GRANT OPTION;

-- migrations/versions/a7.lua:5
GRANT SELECT ON TABLE late.t TO golden_reader;

-- migrations/versions/a7.lua:4
ALTER SCHEMA late RENAME TO later;

-- migrations/versions/a7.lua:1
REVOKE USAGE ON SEQUENCE later.t_n_seq FROM golden_writer;
