revision  a1
parent    <base>
message   rules
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  "on" boolean,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
CREATE TABLE log (
  user_id bigint,
  was text,
  "is" text
);

-- migrations/versions/a1.lua:7
CREATE VIEW people AS SELECT id, email FROM users;

-- migrations/versions/a1.lua:8
CREATE RULE keep AS ON DELETE TO users DO INSTEAD UPDATE users SET "on" = false WHERE users.id = OLD.id;

-- migrations/versions/a1.lua:9
CREATE RULE logged AS ON UPDATE TO users WHERE OLD.email <> NEW.email
			DO ALSO (INSERT INTO log (user_id, was, "is") VALUES (NEW.id, OLD.email, NEW.email); SELECT 1);

-- migrations/versions/a1.lua:11
CREATE RULE inserted AS ON INSERT TO people DO INSTEAD INSERT INTO users (id, email) SELECT NEW.id, lower(NEW.email);

-- migrations/versions/a1.lua:12
CREATE RULE inserted AS ON INSERT TO log WHERE NEW.user_id IS NULL DO INSTEAD NOTHING;

-- migrations/versions/a1.lua:13
COMMENT ON RULE keep ON users IS 'nobody goes';

downgrade (derived)

-- migrations/versions/a1.lua:13
COMMENT ON RULE keep ON users IS NULL;

-- migrations/versions/a1.lua:12
DROP RULE inserted ON log;

-- migrations/versions/a1.lua:11
DROP RULE inserted ON people;

-- migrations/versions/a1.lua:9
DROP RULE logged ON users;

-- migrations/versions/a1.lua:8
DROP RULE keep ON users;

-- migrations/versions/a1.lua:7
DROP VIEW people;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE log;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN email TO mail;

-- migrations/versions/a2.lua:5
ALTER TABLE log RENAME COLUMN was TO before;

-- migrations/versions/a2.lua:6
ALTER TABLE log RENAME TO journal;

-- migrations/versions/a2.lua:7
ALTER TABLE users RENAME TO members;

-- migrations/versions/a2.lua:8
ALTER RULE keep ON members RENAME TO kept;

-- migrations/versions/a2.lua:9
ALTER RULE inserted ON people RENAME TO came;

-- migrations/versions/a2.lua:10
ALTER TABLE members DISABLE RULE kept, ENABLE ALWAYS RULE logged;

-- migrations/versions/a2.lua:11
CREATE OR REPLACE RULE logged AS ON UPDATE TO members DO ALSO NOTIFY mail;

-- migrations/versions/a2.lua:12
ALTER TABLE members ENABLE RULE logged;

downgrade (derived)

-- migrations/versions/a2.lua:12
ALTER TABLE members ENABLE ALWAYS RULE logged;

-- migrations/versions/a2.lua:11
CREATE OR REPLACE RULE logged AS ON UPDATE TO members WHERE OLD.mail <> NEW.mail
			DO ALSO (INSERT INTO journal (user_id, before, "is") VALUES (NEW.id, OLD.mail, NEW.mail); SELECT 1);

-- migrations/versions/a2.lua:10
ALTER TABLE members ENABLE RULE logged;

-- migrations/versions/a2.lua:10
ALTER TABLE members ENABLE RULE kept;

-- migrations/versions/a2.lua:9
ALTER RULE came ON people RENAME TO inserted;

-- migrations/versions/a2.lua:8
ALTER RULE kept ON members RENAME TO keep;

-- migrations/versions/a2.lua:7
ALTER TABLE members RENAME TO users;

-- migrations/versions/a2.lua:6
ALTER TABLE journal RENAME TO log;

-- migrations/versions/a2.lua:5
ALTER TABLE log RENAME COLUMN before TO was;

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN mail TO email;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP RULE kept ON members;

-- migrations/versions/a3.lua:6
DROP RULE IF EXISTS kept ON members;

-- migrations/versions/a3.lua:8, loses data
DROP TABLE journal CASCADE;

-- migrations/versions/a3.lua:9
DROP VIEW people;

-- migrations/versions/a3.lua:10, loses data
DROP TABLE members;

downgrade (derived)

-- migrations/versions/a3.lua:10
CREATE TABLE members (
  id bigint NOT NULL,
  mail text,
  "on" boolean,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:10
CREATE RULE logged AS ON UPDATE TO members DO ALSO NOTIFY mail;

-- migrations/versions/a3.lua:9
CREATE VIEW people AS SELECT id, mail AS email FROM members;

-- migrations/versions/a3.lua:9
CREATE RULE came AS ON INSERT TO people DO INSTEAD INSERT INTO members (id, mail) SELECT NEW.id, lower(NEW.email);

-- migrations/versions/a3.lua:8
CREATE TABLE journal (
  user_id bigint,
  before text,
  "is" text
);

-- migrations/versions/a3.lua:8
CREATE RULE inserted AS ON INSERT TO journal WHERE NEW.user_id IS NULL DO INSTEAD NOTHING;

-- migrations/versions/a3.lua:5
CREATE RULE kept AS ON DELETE TO members DO INSTEAD UPDATE members SET "on" = false WHERE members.id = OLD.id;

-- migrations/versions/a3.lua:5
ALTER TABLE members DISABLE RULE kept;

-- migrations/versions/a3.lua:5
COMMENT ON RULE kept ON members IS 'nobody goes';
