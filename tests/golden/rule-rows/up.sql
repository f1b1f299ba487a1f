revision  a1
parent    <base>
message   Rows in rules
created   2026-11-29T20:01:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TEMP TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes, other int, FOREIGN KEY (other) REFERENCES nodes (id) ON DELETE CASCADE);

-- migrations/versions/a1.lua:6
CREATE TABLE things (f1 int, f2 int DEFAULT 0);

-- migrations/versions/a1.lua:7
CREATE TABLE things_log (f1 int, f2 int, tag text, id serial);

-- migrations/versions/a1.lua:8
CREATE RULE small AS ON INSERT TO things WHERE f1 < 100 DO INSTEAD NOTHING;

-- migrations/versions/a1.lua:9
CREATE RULE logged AS ON UPDATE TO things WHERE old.f1 <> new.f1 DO ALSO INSERT INTO things_log VALUES (old.*, 'old', default), (new.*, 'new', default);

-- migrations/versions/a1.lua:10
CREATE RULE logged_too AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (new.*, 'new');

-- migrations/versions/a1.lua:11
CREATE RULE logged_three AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (null, null, '-', default), (new.*, 'new', default);

-- migrations/versions/a1.lua:12
CREATE RULE gone AS ON DELETE TO things WHERE f1 > 0 DO ALSO VALUES (old.*, 'old'), (1, 2, 'x');

-- migrations/versions/a1.lua:13
CREATE TABLE top (aa int, b int);

-- migrations/versions/a1.lua:14
CREATE TABLE lefts (x int) INHERITS (top);

-- migrations/versions/a1.lua:15
CREATE TABLE rights (y int) INHERITS (top);

-- migrations/versions/a1.lua:16
CREATE TABLE bottom (z int) INHERITS (lefts, rights);

downgrade (derived)

-- migrations/versions/a1.lua:16, loses data
DROP TABLE bottom;

-- migrations/versions/a1.lua:15, loses data
DROP TABLE rights;

-- migrations/versions/a1.lua:14, loses data
DROP TABLE lefts;

-- migrations/versions/a1.lua:13, loses data
DROP TABLE top;

-- migrations/versions/a1.lua:12
DROP RULE gone ON things;

-- migrations/versions/a1.lua:11
DROP RULE logged_three ON things;

-- migrations/versions/a1.lua:10
DROP RULE logged_too ON things;

-- migrations/versions/a1.lua:9
DROP RULE logged ON things;

-- migrations/versions/a1.lua:8
DROP RULE small ON things;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE things_log;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE things;

revision  a2
parent    a1
message   Renamed and dropped together
created   2026-11-29T20:02:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER TABLE top RENAME aa TO aaa;

-- migrations/versions/a2.lua:6
ALTER TABLE things RENAME f1 TO first;

-- migrations/versions/a2.lua:7, loses data
DROP TABLE things, things_log;

-- migrations/versions/a2.lua:8
CREATE TABLE parts (a int) PARTITION BY LIST (a);

-- migrations/versions/a2.lua:9
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);

-- migrations/versions/a2.lua:10
CREATE RULE redirect AS ON INSERT TO parts DO INSTEAD INSERT INTO parts_1 VALUES (new.*);

downgrade (derived)

-- migrations/versions/a2.lua:10
DROP RULE redirect ON parts;

-- migrations/versions/a2.lua:9, loses data
DROP TABLE parts_1;

-- migrations/versions/a2.lua:8, loses data
DROP TABLE parts;

-- migrations/versions/a2.lua:7
CREATE SEQUENCE things_log_id_seq AS integer;

-- migrations/versions/a2.lua:7
CREATE TABLE things_log (
  f1 integer,
  f2 integer,
  tag text,
  id integer NOT NULL DEFAULT nextval('things_log_id_seq'::regclass)
);

-- migrations/versions/a2.lua:7
CREATE TABLE things (
  first integer,
  f2 integer DEFAULT 0
);

-- migrations/versions/a2.lua:7
ALTER SEQUENCE things_log_id_seq OWNED BY things_log.id;

-- migrations/versions/a2.lua:7
CREATE RULE gone AS ON DELETE TO things WHERE first > 0 DO ALSO VALUES (old.*, 'old'), (1, 2, 'x');

-- migrations/versions/a2.lua:7
CREATE RULE logged_three AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (null, null, '-', default), (new.*, 'new', default);

-- migrations/versions/a2.lua:7
CREATE RULE logged_too AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (new.*, 'new');

-- migrations/versions/a2.lua:7
CREATE RULE logged AS ON UPDATE TO things WHERE old.first <> new.first DO ALSO INSERT INTO things_log VALUES (old.*, 'old', default), (new.*, 'new', default);

-- migrations/versions/a2.lua:7
CREATE RULE small AS ON INSERT TO things WHERE first < 100 DO INSTEAD NOTHING;

-- migrations/versions/a2.lua:6
ALTER TABLE things RENAME COLUMN first TO f1;

-- migrations/versions/a2.lua:5
ALTER TABLE top RENAME COLUMN aaa TO aa;

revision  a3 (head)
parent    a2
message   A partition goes with its rule
created   2026-11-29T20:03:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5, loses data
DROP TABLE parts;

downgrade (derived)

-- migrations/versions/a3.lua:5
CREATE TABLE parts (
  a integer
)
PARTITION BY LIST (a);

-- migrations/versions/a3.lua:5
CREATE TABLE parts_1 PARTITION OF parts
FOR VALUES IN (1);

-- migrations/versions/a3.lua:5
CREATE RULE redirect AS ON INSERT TO parts DO INSTEAD INSERT INTO parts_1 VALUES (new.*);
