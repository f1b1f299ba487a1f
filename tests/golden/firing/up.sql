revision  a1
parent    <base>
message   triggers and rules
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:6
CREATE TABLE app.orders (
  id bigint NOT NULL,
  user_id bigint,
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- migrations/versions/a1.lua:11
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- migrations/versions/a1.lua:12
CREATE TRIGGER one BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:13
CREATE TRIGGER "Two" BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:14
CREATE TRIGGER one BEFORE INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION touch();

-- migrations/versions/a1.lua:15
CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;

-- migrations/versions/a1.lua:16
CREATE RULE silent AS ON DELETE TO app.orders DO INSTEAD NOTHING;

downgrade (derived)

-- migrations/versions/a1.lua:16
DROP RULE silent ON app.orders;

-- migrations/versions/a1.lua:15
DROP RULE quiet ON users;

-- migrations/versions/a1.lua:14
DROP TRIGGER one ON app.orders;

-- migrations/versions/a1.lua:13
DROP TRIGGER "Two" ON users;

-- migrations/versions/a1.lua:12
DROP TRIGGER one ON users;

-- migrations/versions/a1.lua:11
DROP FUNCTION touch();

-- migrations/versions/a1.lua:6, loses data
DROP TABLE app.orders;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   they fire otherwise
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users DISABLE TRIGGER one;

-- migrations/versions/a2.lua:5
ALTER TABLE users ENABLE ALWAYS TRIGGER "Two";

-- migrations/versions/a2.lua:6
ALTER TABLE app.orders ENABLE REPLICA TRIGGER one;

-- migrations/versions/a2.lua:7
ALTER TABLE users DISABLE RULE quiet;

-- migrations/versions/a2.lua:8
ALTER TABLE app.orders ENABLE REPLICA RULE silent;

downgrade (derived)

-- migrations/versions/a2.lua:8
ALTER TABLE app.orders ENABLE RULE silent;

-- migrations/versions/a2.lua:7
ALTER TABLE users ENABLE RULE quiet;

-- migrations/versions/a2.lua:6
ALTER TABLE app.orders ENABLE TRIGGER one;

-- migrations/versions/a2.lua:5
ALTER TABLE users ENABLE TRIGGER "Two";

-- migrations/versions/a2.lua:4
ALTER TABLE users ENABLE TRIGGER one;

revision  a3
parent    a2
message   and again
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE users ENABLE TRIGGER one;

-- migrations/versions/a3.lua:5
ALTER TABLE users DISABLE TRIGGER "Two";

-- migrations/versions/a3.lua:6
ALTER TABLE users ENABLE ALWAYS RULE quiet;

-- migrations/versions/a3.lua:7
ALTER TABLE IF EXISTS app.orders DISABLE RULE silent;

-- migrations/versions/a3.lua:8
ALTER TABLE app.orders ENABLE RULE silent;

-- migrations/versions/a3.lua:9
ALTER TABLE app.orders ENABLE TRIGGER USER;

downgrade (derived)

-- migrations/versions/a3.lua:9
ALTER TABLE app.orders ENABLE REPLICA TRIGGER one;

-- migrations/versions/a3.lua:8
ALTER TABLE app.orders DISABLE RULE silent;

-- migrations/versions/a3.lua:7
ALTER TABLE app.orders ENABLE REPLICA RULE silent;

-- migrations/versions/a3.lua:6
ALTER TABLE users DISABLE RULE quiet;

-- migrations/versions/a3.lua:5
ALTER TABLE users ENABLE ALWAYS TRIGGER "Two";

-- migrations/versions/a3.lua:4
ALTER TABLE users DISABLE TRIGGER one;

revision  a4 (head)
parent    a3
message   all of a table
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE app.orders DISABLE TRIGGER ALL;

-- migrations/versions/a4.lua:5
ALTER TABLE app.orders ENABLE TRIGGER ALL;

-- migrations/versions/a4.lua:6
ALTER TABLE app.orders DISABLE TRIGGER USER;

-- migrations/versions/a4.lua:7
ALTER TABLE IF EXISTS nowhere ENABLE TRIGGER one;

downgrade (derived)

-- migrations/versions/a4.lua:6
ALTER TABLE app.orders ENABLE TRIGGER one;

-- migrations/versions/a4.lua:5
ALTER TABLE app.orders DISABLE TRIGGER ALL;

-- migrations/versions/a4.lua:5
ALTER TABLE app.orders DISABLE TRIGGER one;

-- migrations/versions/a4.lua:4
ALTER TABLE app.orders ENABLE TRIGGER ALL;

-- migrations/versions/a4.lua:4
ALTER TABLE app.orders ENABLE TRIGGER one;
