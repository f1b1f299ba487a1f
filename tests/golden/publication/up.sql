revision  a1
parent    <base>
message   publications
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  team bigint,
  note text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:6
CREATE TABLE people (
  id bigint NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:7
CREATE TABLE staff (
  boss bigint
)
INHERITS (people);

-- migrations/versions/a.lua:8
CREATE TABLE events (
  at date NOT NULL,
  kind text
)
PARTITION BY RANGE (at);

-- migrations/versions/a.lua:10
CREATE PUBLICATION everything FOR ALL TABLES;

-- migrations/versions/a.lua:11
CREATE PUBLICATION "some of it"
			FOR TABLE users (id, "email") WHERE (team > 5 AND users.note <> ''), people, TABLE events
			WITH (publish = 'insert, update');

-- migrations/versions/a.lua:14
CREATE PUBLICATION money FOR TABLES IN SCHEMA billing, CURRENT_SCHEMA WITH (publish_via_partition_root);

-- migrations/versions/a.lua:15
CREATE PUBLICATION later;

-- migrations/versions/a.lua:16
COMMENT ON PUBLICATION money IS 'what flows';

-- migrations/versions/a.lua:17
ALTER PUBLICATION everything OWNER TO CURRENT_USER;

downgrade (derived)

-- migrations/versions/a.lua:16
COMMENT ON PUBLICATION money IS NULL;

-- migrations/versions/a.lua:15
DROP PUBLICATION later;

-- migrations/versions/a.lua:14
DROP PUBLICATION money;

-- migrations/versions/a.lua:11
DROP PUBLICATION "some of it";

-- migrations/versions/a.lua:10
DROP PUBLICATION everything;

-- migrations/versions/a.lua:8, loses data
DROP TABLE events;

-- migrations/versions/a.lua:7, loses data
DROP TABLE staff;

-- migrations/versions/a.lua:6, loses data
DROP TABLE people;

-- migrations/versions/a.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
ALTER TABLE users RENAME COLUMN email TO "E-Mail";

-- migrations/versions/b.lua:5
ALTER TABLE users RENAME TO members;

-- migrations/versions/b.lua:6
ALTER SCHEMA billing RENAME TO money;

-- migrations/versions/b.lua:7
ALTER TABLE people SET SCHEMA money;

-- migrations/versions/b.lua:9
ALTER PUBLICATION later ADD TABLE members (id), ONLY staff;

-- migrations/versions/b.lua:10
ALTER PUBLICATION "some of it" RENAME TO part;

-- migrations/versions/b.lua:11
ALTER PUBLICATION part DROP TABLE staff;

-- migrations/versions/b.lua:12
ALTER PUBLICATION part SET (publish_via_partition_root = true, publish = 'delete');

-- migrations/versions/b.lua:13
ALTER PUBLICATION part SET TABLE members (id, "E-Mail") WHERE (team > 5 AND members.note <> ''), money.people, events WHERE (kind = 'a');

-- migrations/versions/b.lua:14
ALTER PUBLICATION money DROP TABLES IN SCHEMA public;

-- migrations/versions/b.lua:15
ALTER PUBLICATION everything SET (publish = 'truncate');

-- migrations/versions/b.lua:16
COMMENT ON PUBLICATION money IS NULL;

-- migrations/versions/b.lua:18
ALTER TABLE money.people ALTER COLUMN id SET NOT NULL;

downgrade (derived)

-- migrations/versions/b.lua:16
COMMENT ON PUBLICATION money IS 'what flows';

-- migrations/versions/b.lua:15
ALTER PUBLICATION everything SET (publish = 'insert, update, delete, truncate');

-- migrations/versions/b.lua:14
ALTER PUBLICATION money ADD TABLES IN SCHEMA public;

-- migrations/versions/b.lua:13
ALTER PUBLICATION part DROP TABLE ONLY staff;

-- migrations/versions/b.lua:13
ALTER PUBLICATION part DROP TABLE ONLY events;

-- migrations/versions/b.lua:13
ALTER PUBLICATION part ADD TABLE ONLY events;

-- migrations/versions/b.lua:12
ALTER PUBLICATION part SET (publish_via_partition_root = false);

-- migrations/versions/b.lua:12
ALTER PUBLICATION part SET (publish = 'insert, update');

-- migrations/versions/b.lua:11
ALTER PUBLICATION part ADD TABLE ONLY staff;

-- migrations/versions/b.lua:10
ALTER PUBLICATION part RENAME TO "some of it";

-- migrations/versions/b.lua:9
ALTER PUBLICATION later DROP TABLE ONLY members;

-- migrations/versions/b.lua:9
ALTER PUBLICATION later DROP TABLE ONLY staff;

-- migrations/versions/b.lua:7
ALTER TABLE money.people SET SCHEMA public;

-- migrations/versions/b.lua:6
ALTER SCHEMA money RENAME TO billing;

-- migrations/versions/b.lua:5
ALTER TABLE members RENAME TO users;

-- migrations/versions/b.lua:4
ALTER TABLE users RENAME COLUMN "E-Mail" TO email;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4, loses data
ALTER TABLE members DROP COLUMN team CASCADE;

-- migrations/versions/c.lua:5, loses data
DROP TABLE events;

-- migrations/versions/c.lua:6, loses data
DROP TABLE staff, money.people;

-- migrations/versions/c.lua:7
DROP PUBLICATION everything, later;

-- migrations/versions/c.lua:8
DROP PUBLICATION IF EXISTS nobody;

-- migrations/versions/c.lua:9
DROP SCHEMA money;

downgrade (derived)

-- migrations/versions/c.lua:9
CREATE SCHEMA money;

-- migrations/versions/c.lua:9
ALTER PUBLICATION money ADD TABLES IN SCHEMA money;

-- migrations/versions/c.lua:7
CREATE PUBLICATION later FOR TABLE ONLY members (id);

-- migrations/versions/c.lua:7
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'truncate');

-- migrations/versions/c.lua:6
CREATE TABLE money.people (
  id bigint NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- migrations/versions/c.lua:6
CREATE TABLE staff (
  boss bigint
)
INHERITS (money.people);

-- migrations/versions/c.lua:6
ALTER PUBLICATION later ADD TABLE ONLY staff;

-- migrations/versions/c.lua:6
ALTER PUBLICATION part ADD TABLE ONLY money.people;

-- migrations/versions/c.lua:6
ALTER PUBLICATION part ADD TABLE ONLY staff;

-- migrations/versions/c.lua:5
CREATE TABLE events (
  at date NOT NULL,
  kind text
)
PARTITION BY RANGE (at);

-- migrations/versions/c.lua:5
ALTER PUBLICATION part ADD TABLE ONLY events WHERE (kind = 'a');

-- migrations/versions/c.lua:4
ALTER TABLE members ADD COLUMN team bigint;

-- migrations/versions/c.lua:4
ALTER PUBLICATION part ADD TABLE ONLY members (id, "E-Mail") WHERE (team > 5 AND members.note <> '');
