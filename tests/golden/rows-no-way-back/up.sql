revision  a1
parent    <base>
message   tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE keyed (
  id integer NOT NULL,
  code text,
  n integer DEFAULT 0,
  CONSTRAINT keyed_pkey PRIMARY KEY (id),
  CONSTRAINT keyed_code_key UNIQUE (code)
);

-- migrations/versions/a1.lua:9
CREATE TABLE bare (
  a integer,
  b serial
);

-- migrations/versions/a1.lua:10
CREATE UNIQUE INDEX keyed_n_code_idx ON keyed (n, code);

downgrade (derived)

-- migrations/versions/a1.lua:10
DROP INDEX keyed_n_code_idx;

-- migrations/versions/a1.lua:9, loses data
DROP TABLE bare;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE keyed;

revision  a2 (head)
parent    a1
message   rows that cannot be told from others
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
INSERT INTO bare (a, b) VALUES
  (1, DEFAULT),
  (DEFAULT, DEFAULT),
  (NULL, 7);

-- migrations/versions/a2.lua:5
INSERT INTO bare DEFAULT VALUES;

-- migrations/versions/a2.lua:5
INSERT INTO bare DEFAULT VALUES;

-- migrations/versions/a2.lua:6
INSERT INTO keyed (id) VALUES
  (1 + 1);

-- migrations/versions/a2.lua:7
INSERT INTO keyed (id) VALUES
  (3)
ON CONFLICT DO NOTHING;

-- migrations/versions/a2.lua:8
INSERT INTO keyed (id, code, n) VALUES
  (3, 'c', 1)
ON CONFLICT (id) DO UPDATE SET n = keyed.n + excluded.n;

-- migrations/versions/a2.lua:9
INSERT INTO keyed (id, code) VALUES
  (4, 'c')
ON CONFLICT (code) DO NOTHING;

-- migrations/versions/a2.lua:10
INSERT INTO keyed (id, code) VALUES
  (5, 'e')
ON CONFLICT (code, n) DO NOTHING;

-- migrations/versions/a2.lua:11
INSERT INTO keyed (id, code) VALUES
  (6, 'f')
ON CONFLICT ON CONSTRAINT keyed_pkey DO NOTHING;

downgrade: there is none
migrations/versions/a2.lua:4: bulk_insert: its table has no primary key by which to take the rows back; write a downgrade()
migrations/versions/a2.lua:5: bulk_insert: its table has no primary key by which to take the rows back; write a downgrade()
migrations/versions/a2.lua:6: bulk_insert: a row does not say its primary key as a literal; write a downgrade()
migrations/versions/a2.lua:7: bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()
migrations/versions/a2.lua:8: bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()
migrations/versions/a2.lua:9: bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()
migrations/versions/a2.lua:10: bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()
migrations/versions/a2.lua:11: bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()
