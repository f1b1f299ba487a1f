revision  a1
parent    <base>
message   views with options
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:9
CREATE VIEW plain AS SELECT id, name FROM users;

-- migrations/versions/a1.lua:10
CREATE VIEW careful WITH (security_invoker = true, security_barrier) AS SELECT id, name FROM users;

-- migrations/versions/a1.lua:11
CREATE VIEW checked AS SELECT id, name FROM users WHERE id > 5 WITH CASCADED CHECK OPTION;

downgrade (derived)

-- migrations/versions/a1.lua:11
DROP VIEW checked;

-- migrations/versions/a1.lua:10
DROP VIEW careful;

-- migrations/versions/a1.lua:9
DROP VIEW plain;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   options are set and reset
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER VIEW plain SET (security_barrier = true, check_option = local);

-- migrations/versions/a2.lua:5
ALTER VIEW careful RESET (security_barrier);

-- migrations/versions/a2.lua:6
ALTER VIEW checked RESET (check_option);

-- migrations/versions/a2.lua:7
ALTER VIEW plain ALTER COLUMN name SET DEFAULT 'nobody', ALTER COLUMN id SET DEFAULT 7;

-- migrations/versions/a2.lua:8
ALTER TABLE checked ALTER COLUMN name SET DEFAULT 'somebody';

-- migrations/versions/a2.lua:9
ALTER TABLE careful SET (security_invoker = false);

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER TABLE careful SET (security_invoker = true);

-- migrations/versions/a2.lua:8
ALTER TABLE checked ALTER COLUMN name DROP DEFAULT;

-- migrations/versions/a2.lua:7
ALTER TABLE plain ALTER COLUMN id DROP DEFAULT;

-- migrations/versions/a2.lua:7
ALTER TABLE plain ALTER COLUMN name DROP DEFAULT;

-- migrations/versions/a2.lua:6
ALTER TABLE checked SET (check_option = cascaded);

-- migrations/versions/a2.lua:5
ALTER TABLE careful SET (security_barrier = true);

-- migrations/versions/a2.lua:4
ALTER TABLE plain RESET (security_barrier, check_option);

revision  a3 (head)
parent    a2
message   they are kept by what comes later
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE OR REPLACE VIEW plain AS SELECT id, name FROM users WHERE id > 9;

-- migrations/versions/a3.lua:5
ALTER VIEW checked RENAME TO seen;

-- migrations/versions/a3.lua:6
ALTER VIEW seen ALTER name DROP DEFAULT;

-- migrations/versions/a3.lua:7
DROP VIEW plain, careful;

-- migrations/versions/a3.lua:8
ALTER TABLE seen RENAME TO watched;

downgrade (derived)

-- migrations/versions/a3.lua:8
ALTER VIEW watched RENAME TO seen;

-- migrations/versions/a3.lua:7
CREATE VIEW careful WITH (security_invoker = true, security_barrier) AS SELECT id, name FROM users;

-- migrations/versions/a3.lua:7
CREATE VIEW plain AS SELECT id, name FROM users WHERE id > 9;

-- migrations/versions/a3.lua:7
ALTER TABLE careful
  SET (security_invoker = false),
  RESET (security_barrier);

-- migrations/versions/a3.lua:7
ALTER TABLE plain ALTER COLUMN id SET DEFAULT 7;

-- migrations/versions/a3.lua:7
ALTER TABLE plain ALTER COLUMN name SET DEFAULT 'nobody';

-- migrations/versions/a3.lua:6
ALTER TABLE seen ALTER COLUMN name SET DEFAULT 'somebody';

-- migrations/versions/a3.lua:5
ALTER VIEW seen RENAME TO checked;

-- migrations/versions/a3.lua:4
CREATE OR REPLACE VIEW plain AS SELECT id, name FROM users;

-- migrations/versions/a3.lua:4
ALTER TABLE plain SET (security_barrier = true, check_option = local);
