revision  a1
parent    <base>
message   triggers of all kinds
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:9
CREATE TABLE orders (
  id bigint NOT NULL,
  user_id bigint,
  at timestamp with time zone,
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- migrations/versions/a1.lua:15
CREATE TABLE events (at date NOT NULL, v text) PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:16
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2026-01-01');

-- migrations/versions/a1.lua:17
CREATE VIEW people AS SELECT id, email FROM users;

-- migrations/versions/a1.lua:18
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a1.lua:19
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;

-- migrations/versions/a1.lua:20
CREATE TRIGGER users_touch BEFORE INSERT OR UPDATE OF email, "name" ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:21
CREATE TRIGGER changed AFTER UPDATE ON users FOR EACH ROW
			WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE PROCEDURE touch('a', 5);

-- migrations/versions/a1.lua:23
CREATE TRIGGER changed AFTER DELETE ON orders REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:24
CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON orders FROM users DEFERRABLE INITIALLY DEFERRED
			FOR EACH ROW WHEN (NEW.user_id > 0) EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:26
CREATE TRIGGER cleared BEFORE TRUNCATE ON orders EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:27
CREATE TRIGGER told INSTEAD OF UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:28
CREATE TRIGGER kept BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:29
CREATE TRIGGER unchanged BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- migrations/versions/a1.lua:30
COMMENT ON TRIGGER told ON people IS 'writes through';

-- migrations/versions/a1.lua:31
CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION watch();

downgrade (derived)

-- migrations/versions/a1.lua:31
DROP EVENT TRIGGER watched;

-- migrations/versions/a1.lua:30
COMMENT ON TRIGGER told ON people IS NULL;

-- migrations/versions/a1.lua:29
DROP TRIGGER unchanged ON orders;

-- migrations/versions/a1.lua:28
DROP TRIGGER kept ON events;

-- migrations/versions/a1.lua:27
DROP TRIGGER told ON people;

-- migrations/versions/a1.lua:26
DROP TRIGGER cleared ON orders;

-- migrations/versions/a1.lua:24
DROP TRIGGER checked ON orders;

-- migrations/versions/a1.lua:23
DROP TRIGGER changed ON orders;

-- migrations/versions/a1.lua:21
DROP TRIGGER changed ON users;

-- migrations/versions/a1.lua:20
DROP TRIGGER users_touch ON users;

-- migrations/versions/a1.lua:19
DROP FUNCTION watch();

-- migrations/versions/a1.lua:18
DROP FUNCTION touch();

-- migrations/versions/a1.lua:17
DROP VIEW people;

-- migrations/versions/a1.lua:16, loses data
DROP TABLE events_old;

-- migrations/versions/a1.lua:15, loses data
DROP TABLE events;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE orders;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   what they name is renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE SCHEMA app;

-- migrations/versions/a2.lua:5
ALTER TABLE users RENAME COLUMN email TO mail;

-- migrations/versions/a2.lua:6
ALTER TABLE users RENAME COLUMN name TO "Full name";

-- migrations/versions/a2.lua:7
ALTER TABLE orders RENAME COLUMN user_id TO buyer;

-- migrations/versions/a2.lua:8
ALTER TABLE users RENAME TO members;

-- migrations/versions/a2.lua:9
ALTER TABLE orders RENAME TO purchases;

-- migrations/versions/a2.lua:10
ALTER TABLE purchases SET SCHEMA app;

-- migrations/versions/a2.lua:12
ALTER FUNCTION touch() RENAME TO touched;

-- migrations/versions/a2.lua:13
ALTER FUNCTION touched() SET SCHEMA app;

-- migrations/versions/a2.lua:14
ALTER VIEW people RENAME TO everyone;

-- migrations/versions/a2.lua:15
ALTER TRIGGER changed ON members RENAME TO was_changed;

-- migrations/versions/a2.lua:16
ALTER EVENT TRIGGER watched RENAME TO watching;

-- migrations/versions/a2.lua:17
COMMENT ON TRIGGER was_changed ON members IS 'of mail';

-- migrations/versions/a2.lua:18
COMMENT ON EVENT TRIGGER watching IS 'tables';

downgrade (derived)

-- migrations/versions/a2.lua:18
COMMENT ON EVENT TRIGGER watching IS NULL;

-- migrations/versions/a2.lua:17
COMMENT ON TRIGGER was_changed ON members IS NULL;

-- migrations/versions/a2.lua:16
ALTER EVENT TRIGGER watching RENAME TO watched;

-- migrations/versions/a2.lua:15
ALTER TRIGGER was_changed ON members RENAME TO changed;

-- migrations/versions/a2.lua:14
ALTER VIEW everyone RENAME TO people;

-- migrations/versions/a2.lua:13
ALTER FUNCTION app.touched() SET SCHEMA public;

-- migrations/versions/a2.lua:12
ALTER FUNCTION touched() RENAME TO touch;

-- migrations/versions/a2.lua:10
ALTER TABLE app.purchases SET SCHEMA public;

-- migrations/versions/a2.lua:9
ALTER TABLE purchases RENAME TO orders;

-- migrations/versions/a2.lua:8
ALTER TABLE members RENAME TO users;

-- migrations/versions/a2.lua:7
ALTER TABLE orders RENAME COLUMN buyer TO user_id;

-- migrations/versions/a2.lua:6
ALTER TABLE users RENAME COLUMN "Full name" TO name;

-- migrations/versions/a2.lua:5
ALTER TABLE users RENAME COLUMN mail TO email;

-- migrations/versions/a2.lua:4
DROP SCHEMA app;

revision  a3
parent    a2
message   whether they fire
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER SCHEMA app RENAME TO application;

-- migrations/versions/a3.lua:5
ALTER SCHEMA application RENAME TO app;

-- migrations/versions/a3.lua:6
ALTER TABLE members DISABLE TRIGGER users_touch, ENABLE REPLICA TRIGGER was_changed;

-- migrations/versions/a3.lua:7
ALTER TABLE events DISABLE TRIGGER USER;

-- migrations/versions/a3.lua:8
ALTER TABLE app.purchases ENABLE ALWAYS TRIGGER changed;

-- migrations/versions/a3.lua:9
ALTER EVENT TRIGGER watching DISABLE;

-- migrations/versions/a3.lua:10
ALTER EVENT TRIGGER watching ENABLE REPLICA;

downgrade (derived)

-- migrations/versions/a3.lua:10
ALTER EVENT TRIGGER watching DISABLE;

-- migrations/versions/a3.lua:9
ALTER EVENT TRIGGER watching ENABLE;

-- migrations/versions/a3.lua:8
ALTER TABLE app.purchases ENABLE TRIGGER changed;

-- migrations/versions/a3.lua:7
ALTER TABLE events ENABLE TRIGGER kept;

-- migrations/versions/a3.lua:6
ALTER TABLE members ENABLE TRIGGER was_changed;

-- migrations/versions/a3.lua:6
ALTER TABLE members ENABLE TRIGGER users_touch;

-- migrations/versions/a3.lua:5
ALTER SCHEMA app RENAME TO application;

-- migrations/versions/a3.lua:4
ALTER SCHEMA application RENAME TO app;

revision  a4
parent    a3
message   all of a table, with what checks its foreign keys
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE TABLE parts (
  id bigint NOT NULL,
  member_id bigint,
  CONSTRAINT parts_pkey PRIMARY KEY (id),
  CONSTRAINT parts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members (id)
);

-- migrations/versions/a4.lua:9
CREATE TRIGGER t BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a4.lua:10
ALTER TABLE parts DISABLE TRIGGER ALL;

-- migrations/versions/a4.lua:12
ALTER TABLE parts ENABLE TRIGGER ALL;

-- migrations/versions/a4.lua:13
ALTER TABLE parts DISABLE TRIGGER ALL;

downgrade (derived)

-- migrations/versions/a4.lua:13
ALTER TABLE parts ENABLE TRIGGER ALL;

-- migrations/versions/a4.lua:13
ALTER TABLE parts ENABLE TRIGGER t;

-- migrations/versions/a4.lua:12
ALTER TABLE parts DISABLE TRIGGER ALL;

-- migrations/versions/a4.lua:12
ALTER TABLE parts DISABLE TRIGGER t;

-- migrations/versions/a4.lua:10
ALTER TABLE parts ENABLE TRIGGER ALL;

-- migrations/versions/a4.lua:10
ALTER TABLE parts ENABLE TRIGGER t;

-- migrations/versions/a4.lua:9
DROP TRIGGER t ON parts;

-- migrations/versions/a4.lua:4, loses data
DROP TABLE parts;

revision  a5
parent    a4
message   replaced
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
CREATE OR REPLACE TRIGGER users_touch AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a5.lua:5
CREATE OR REPLACE TRIGGER was_changed AFTER UPDATE ON members FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION app.touched();

-- migrations/versions/a5.lua:7
CREATE OR REPLACE TRIGGER kept BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a5.lua:8
ALTER TABLE events DISABLE TRIGGER kept;

-- migrations/versions/a5.lua:10
CREATE OR REPLACE TRIGGER brand_new AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched();

downgrade (derived)

-- migrations/versions/a5.lua:10
DROP TRIGGER brand_new ON members;

-- migrations/versions/a5.lua:8
ALTER TABLE events ENABLE TRIGGER kept;

-- migrations/versions/a5.lua:7
CREATE OR REPLACE TRIGGER kept BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a5.lua:7
ALTER TABLE events DISABLE TRIGGER kept;

-- migrations/versions/a5.lua:5
CREATE OR REPLACE TRIGGER was_changed AFTER UPDATE ON members FOR EACH ROW
			WHEN (OLD.mail IS DISTINCT FROM NEW.mail) EXECUTE PROCEDURE app.touched('a', 5);

-- migrations/versions/a5.lua:5
ALTER TABLE members ENABLE REPLICA TRIGGER was_changed;

-- migrations/versions/a5.lua:4
CREATE OR REPLACE TRIGGER users_touch BEFORE INSERT OR UPDATE OF mail, "Full name" ON members FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a5.lua:4
ALTER TABLE members DISABLE TRIGGER users_touch;

revision  a6 (head)
parent    a5
message   dropped, one way or another
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
DROP TRIGGER users_touch ON members;

-- migrations/versions/a6.lua:6
DROP TRIGGER IF EXISTS nosuch ON members;

-- migrations/versions/a6.lua:7
DROP TRIGGER IF EXISTS nosuch ON nowhere;

-- migrations/versions/a6.lua:8
DROP EVENT TRIGGER watching;

-- migrations/versions/a6.lua:10
DROP TRIGGER checked ON app.purchases;

-- migrations/versions/a6.lua:11, loses data
ALTER TABLE members DROP COLUMN mail CASCADE;

-- migrations/versions/a6.lua:12, loses data
DROP TABLE app.purchases;

-- migrations/versions/a6.lua:13
DROP FUNCTION app.touched CASCADE;

-- migrations/versions/a6.lua:14, loses data
DROP TABLE parts;

-- migrations/versions/a6.lua:15, loses data
DROP TABLE members CASCADE;

-- migrations/versions/a6.lua:16, loses data
DROP TABLE events;

downgrade (derived)

-- migrations/versions/a6.lua:16
CREATE TABLE events (
  at date NOT NULL,
  v text
)
PARTITION BY RANGE (at);

-- migrations/versions/a6.lua:16
CREATE TABLE events_old PARTITION OF events
FOR VALUES FROM (MINVALUE) TO ('2026-01-01');

-- migrations/versions/a6.lua:15
CREATE TABLE members (
  id bigint NOT NULL,
  "Full name" text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a6.lua:14
CREATE TABLE parts (
  id bigint NOT NULL,
  member_id bigint,
  CONSTRAINT parts_pkey PRIMARY KEY (id)
);

-- migrations/versions/a6.lua:14
ALTER TABLE parts
  ADD CONSTRAINT parts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members (id);

-- migrations/versions/a6.lua:14
ALTER TABLE parts DISABLE TRIGGER ALL;

-- migrations/versions/a6.lua:13
CREATE FUNCTION app.touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a6.lua:13
CREATE TRIGGER brand_new AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:13
CREATE TRIGGER t BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:13
ALTER TABLE parts DISABLE TRIGGER t;

-- migrations/versions/a6.lua:13
CREATE TRIGGER kept BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:13
ALTER TABLE events DISABLE TRIGGER kept;

-- migrations/versions/a6.lua:13
CREATE TRIGGER was_changed AFTER UPDATE ON members FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:13
COMMENT ON TRIGGER was_changed ON members IS 'of mail';

-- migrations/versions/a6.lua:12
CREATE TABLE app.purchases (
  id bigint NOT NULL,
  buyer bigint,
  at timestamp with time zone,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- migrations/versions/a6.lua:12
ALTER TABLE app.purchases
  ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (buyer) REFERENCES members (id);

-- migrations/versions/a6.lua:12
CREATE TRIGGER unchanged BEFORE UPDATE ON app.purchases FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- migrations/versions/a6.lua:12
CREATE TRIGGER cleared BEFORE TRUNCATE ON app.purchases EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:12
CREATE TRIGGER changed AFTER DELETE ON app.purchases REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:12
ALTER TABLE app.purchases ENABLE ALWAYS TRIGGER changed;

-- migrations/versions/a6.lua:11
ALTER TABLE members ADD COLUMN mail text;

-- migrations/versions/a6.lua:11
CREATE VIEW everyone AS SELECT id, mail AS email FROM members;

-- migrations/versions/a6.lua:11
CREATE TRIGGER told INSTEAD OF UPDATE ON everyone FOR EACH ROW EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:11
COMMENT ON TRIGGER told ON everyone IS 'writes through';

-- migrations/versions/a6.lua:10
CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON app.purchases FROM members DEFERRABLE INITIALLY DEFERRED
			FOR EACH ROW WHEN (NEW.buyer > 0) EXECUTE FUNCTION app.touched();

-- migrations/versions/a6.lua:8
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION watch();

-- migrations/versions/a6.lua:8
ALTER EVENT TRIGGER watching ENABLE REPLICA;

-- migrations/versions/a6.lua:8
COMMENT ON EVENT TRIGGER watching IS 'tables';

-- migrations/versions/a6.lua:5
CREATE TRIGGER users_touch AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION app.touched();
