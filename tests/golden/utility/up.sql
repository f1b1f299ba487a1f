revision  a1
parent    <base>
message   tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:4
CREATE INDEX users_name_idx ON users (name);

-- migrations/versions/a1.lua:5
CREATE TABLE notes (
  id bigint NOT NULL,
  user_id bigint,
  CONSTRAINT notes_pkey PRIMARY KEY (id),
  CONSTRAINT notes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- migrations/versions/a1.lua:6
CREATE TABLE visits (
  at date NOT NULL
)
PARTITION BY RANGE (at);

-- migrations/versions/a1.lua:7
CREATE TABLE visits_2026 PARTITION OF visits
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- migrations/versions/a1.lua:6
CREATE INDEX visits_at_idx ON visits (at);

downgrade (derived)

-- migrations/versions/a1.lua:6, loses data
DROP TABLE visits;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE notes;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2 (head)
parent    a1
message   nothing is made
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
LOCK TABLE users, notes IN SHARE ROW EXCLUSIVE MODE;

-- migrations/versions/a2.lua:6
ANALYZE users (name), visits;

-- migrations/versions/a2.lua:7
COPY users (id, name) TO '/dev/null';

-- migrations/versions/a2.lua:8
PREPARE named AS SELECT name FROM users WHERE id = $1;

-- migrations/versions/a2.lua:9
DEALLOCATE named;

-- migrations/versions/a2.lua:10
DECLARE few CURSOR FOR SELECT id FROM notes;

-- migrations/versions/a2.lua:11
CLOSE few;

-- migrations/versions/a2.lua:12
REINDEX INDEX users_name_idx;

-- migrations/versions/a2.lua:13
REINDEX TABLE users;

-- migrations/versions/a2.lua:14
CLUSTER users USING users_name_idx;

-- migrations/versions/a2.lua:16, outside of a transaction
REINDEX TABLE visits;

-- migrations/versions/a2.lua:17, outside of a transaction
REINDEX INDEX visits_at_idx;

-- migrations/versions/a2.lua:18
TRUNCATE users, notes;

-- migrations/versions/a2.lua:19, outside of a transaction
VACUUM (ANALYZE) users (id);

downgrade (derived)

-- migrations/versions/a2.lua:14
ALTER TABLE users SET WITHOUT CLUSTER;
