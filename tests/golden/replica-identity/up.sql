revision  a1
parent    <base>
message   tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email)
);

-- migrations/versions/a1.lua:4
CREATE UNIQUE INDEX users_name ON users (name, email);

-- migrations/versions/a1.lua:10
CREATE TABLE logs (
  at timestamp with time zone
);

-- migrations/versions/a1.lua:11
CREATE TABLE events (
  at date NOT NULL
)
PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:15
CREATE TABLE events_old PARTITION OF events
FOR VALUES FROM (minvalue) TO ('2026-01-01');

-- migrations/versions/a1.lua:11
CREATE UNIQUE INDEX events_at_idx ON events (at);

-- migrations/versions/a1.lua:17
ALTER TABLE logs REPLICA IDENTITY FULL;

downgrade (derived)

-- migrations/versions/a1.lua:17
ALTER TABLE logs REPLICA IDENTITY DEFAULT;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE events;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE logs;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   by which their rows are told
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users REPLICA IDENTITY USING INDEX users_name;

-- migrations/versions/a2.lua:5
ALTER TABLE logs REPLICA IDENTITY NOTHING;

-- migrations/versions/a2.lua:6
ALTER TABLE events REPLICA IDENTITY USING INDEX events_at_idx;

-- migrations/versions/a2.lua:7
ALTER TABLE events_old REPLICA IDENTITY USING INDEX events_old_at_idx;

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER TABLE events_old REPLICA IDENTITY DEFAULT;

-- migrations/versions/a2.lua:6
ALTER TABLE events REPLICA IDENTITY DEFAULT;

-- migrations/versions/a2.lua:5
ALTER TABLE logs REPLICA IDENTITY FULL;

-- migrations/versions/a2.lua:4
ALTER TABLE users REPLICA IDENTITY DEFAULT;

revision  a3
parent    a2
message   the index is renamed, and a constraint's takes its place
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER INDEX users_name RENAME TO "Users name";

-- migrations/versions/a3.lua:5
ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key;

-- migrations/versions/a3.lua:6
ALTER TABLE logs REPLICA IDENTITY DEFAULT;

-- migrations/versions/a3.lua:7
ALTER TABLE events_old REPLICA IDENTITY FULL;

-- migrations/versions/a3.lua:8
ALTER TABLE users ALTER COLUMN name DROP NOT NULL;

downgrade (derived)

-- migrations/versions/a3.lua:8
ALTER TABLE users ALTER COLUMN name SET NOT NULL;

-- migrations/versions/a3.lua:7
ALTER TABLE events_old REPLICA IDENTITY USING INDEX events_old_at_idx;

-- migrations/versions/a3.lua:6
ALTER TABLE logs REPLICA IDENTITY NOTHING;

-- migrations/versions/a3.lua:5
ALTER TABLE users REPLICA IDENTITY USING INDEX "Users name";

-- migrations/versions/a3.lua:4
ALTER INDEX "Users name" RENAME TO users_name;

revision  a4
parent    a3
message   what goes comes back with it
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE users DROP CONSTRAINT users_email_key;

-- migrations/versions/a4.lua:5
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;

-- migrations/versions/a4.lua:6, loses data
DROP TABLE events_old;

-- migrations/versions/a4.lua:7, loses data
DROP TABLE events;

downgrade (derived)

-- migrations/versions/a4.lua:7
CREATE TABLE events (
  at date NOT NULL
)
PARTITION BY RANGE (at);

-- migrations/versions/a4.lua:7
CREATE UNIQUE INDEX events_at_idx ON events (at);

-- migrations/versions/a4.lua:7
ALTER TABLE events REPLICA IDENTITY USING INDEX events_at_idx;

-- migrations/versions/a4.lua:6
CREATE TABLE events_old PARTITION OF events
FOR VALUES FROM (minvalue) TO ('2026-01-01');

-- migrations/versions/a4.lua:6
ALTER TABLE events_old REPLICA IDENTITY FULL;

-- migrations/versions/a4.lua:5
ALTER TABLE users ALTER COLUMN email SET NOT NULL;

-- migrations/versions/a4.lua:4
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

-- migrations/versions/a4.lua:4
ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key;

revision  a5
parent    a4
message   in one statement, and a table with it
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER TABLE logs ADD COLUMN n integer NOT NULL, ADD CONSTRAINT logs_n UNIQUE (n), REPLICA IDENTITY FULL;

-- migrations/versions/a5.lua:5
ALTER TABLE logs REPLICA IDENTITY USING INDEX logs_n;

-- migrations/versions/a5.lua:6
ALTER TABLE users REPLICA IDENTITY NOTHING;

downgrade (derived)

-- migrations/versions/a5.lua:6
ALTER TABLE users REPLICA IDENTITY DEFAULT;

-- migrations/versions/a5.lua:5
ALTER TABLE logs REPLICA IDENTITY FULL;

-- migrations/versions/a5.lua:4, loses data
ALTER TABLE logs DROP COLUMN n;

-- migrations/versions/a5.lua:4
ALTER TABLE logs REPLICA IDENTITY DEFAULT;

revision  a6 (head)
parent    a5
message   all goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4, loses data
ALTER TABLE logs DROP COLUMN n;

-- migrations/versions/a6.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a6.lua:6, loses data
DROP TABLE logs;

downgrade (derived)

-- migrations/versions/a6.lua:6
CREATE TABLE logs (
  at timestamp with time zone
);

-- migrations/versions/a6.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a6.lua:5
ALTER TABLE users REPLICA IDENTITY NOTHING;

-- migrations/versions/a6.lua:5
CREATE UNIQUE INDEX "Users name" ON users (name, email);

-- migrations/versions/a6.lua:4
ALTER TABLE logs ADD COLUMN n integer NOT NULL;

-- migrations/versions/a6.lua:4
ALTER TABLE logs ADD CONSTRAINT logs_n UNIQUE (n);

-- migrations/versions/a6.lua:4
ALTER TABLE logs REPLICA IDENTITY USING INDEX logs_n;
