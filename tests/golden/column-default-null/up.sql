revision  a1
parent    <base>
message   a NULL that takes a domain's default away is a default
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:3
CREATE DOMAIN d AS integer DEFAULT 7;

-- migrations/versions/a1.lua:4
CREATE DOMAIN e AS integer DEFAULT 8;

-- migrations/versions/a1.lua:5
CREATE TABLE t (
  id integer,
  a integer,
  b integer DEFAULT 5,
  c d,
  f d DEFAULT NULL,
  g d DEFAULT 1,
  h d DEFAULT NULL,
  i integer
);

-- migrations/versions/a1.lua:15
CREATE TABLE u (a varchar(5) DEFAULT NULL, b integer DEFAULT NULL, c text DEFAULT NULL::text);

downgrade (derived)

-- migrations/versions/a1.lua:15, loses data
DROP TABLE u;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:4
DROP DOMAIN e;

-- migrations/versions/a1.lua:3
DROP DOMAIN d;

revision  a2
parent    a1
message   types and defaults
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:3
ALTER TABLE t ALTER COLUMN a TYPE d;

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN b DROP DEFAULT,
  ALTER COLUMN b TYPE d;

-- migrations/versions/a2.lua:5
ALTER TABLE t ALTER COLUMN c TYPE integer;

-- migrations/versions/a2.lua:6
ALTER TABLE t
  ALTER COLUMN f DROP DEFAULT,
  ALTER COLUMN f TYPE integer;

-- migrations/versions/a2.lua:7
ALTER TABLE t
  ALTER COLUMN g DROP DEFAULT,
  ALTER COLUMN g TYPE e;

downgrade (derived)

-- migrations/versions/a2.lua:7
ALTER TABLE t
  ALTER COLUMN g TYPE d,
  ALTER COLUMN g SET DEFAULT 1;

-- migrations/versions/a2.lua:6
ALTER TABLE t
  ALTER COLUMN f TYPE d,
  ALTER COLUMN f SET DEFAULT NULL;

-- migrations/versions/a2.lua:5
ALTER TABLE t ALTER COLUMN c TYPE d;

-- migrations/versions/a2.lua:4
ALTER TABLE t
  ALTER COLUMN b TYPE integer,
  ALTER COLUMN b SET DEFAULT 5;

-- migrations/versions/a2.lua:3
ALTER TABLE t ALTER COLUMN a TYPE integer;

revision  a3
parent    a2
message   types and defaults
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:3
ALTER TABLE t ALTER a TYPE e, ALTER a SET DEFAULT NULL;

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER c TYPE d, ALTER c SET DEFAULT NULL;

-- migrations/versions/a3.lua:5
ALTER TABLE t ALTER f TYPE d;

downgrade (derived)

-- migrations/versions/a3.lua:5
ALTER TABLE t ALTER COLUMN f TYPE integer;

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

-- migrations/versions/a3.lua:4
ALTER TABLE t ALTER COLUMN c TYPE integer;

-- migrations/versions/a3.lua:3
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;

-- migrations/versions/a3.lua:3
ALTER TABLE t ALTER COLUMN a TYPE d;

revision  a4
parent    a3
message   types and defaults
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:3
ALTER TABLE t ALTER a SET DEFAULT NULL;

-- migrations/versions/a4.lua:4
ALTER TABLE t ALTER c TYPE e;

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER f SET DEFAULT NULL;

-- migrations/versions/a4.lua:6
ALTER TABLE t ALTER g TYPE d, ALTER g DROP DEFAULT;

-- migrations/versions/a4.lua:7
ALTER TABLE t ALTER h TYPE integer;

-- migrations/versions/a4.lua:8
ALTER TABLE t ALTER i TYPE e;

downgrade (derived)

-- migrations/versions/a4.lua:8
ALTER TABLE t ALTER COLUMN i TYPE integer;

-- migrations/versions/a4.lua:7
ALTER TABLE t
  ALTER COLUMN h DROP DEFAULT,
  ALTER COLUMN h TYPE d,
  ALTER COLUMN h SET DEFAULT NULL;

-- migrations/versions/a4.lua:6
ALTER TABLE t ALTER COLUMN g TYPE e;

-- migrations/versions/a4.lua:5
ALTER TABLE t ALTER COLUMN f DROP DEFAULT;

-- migrations/versions/a4.lua:4
ALTER TABLE t
  ALTER COLUMN c DROP DEFAULT,
  ALTER COLUMN c TYPE d,
  ALTER COLUMN c SET DEFAULT NULL;

revision  a5 (head)
parent    a4
message   types and defaults
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:3
ALTER TABLE t
  ALTER COLUMN a DROP DEFAULT,
  ALTER COLUMN a TYPE integer;

-- migrations/versions/a5.lua:4
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

-- migrations/versions/a5.lua:5
ALTER TABLE t
  ALTER COLUMN f DROP DEFAULT,
  ALTER COLUMN f TYPE integer;

-- migrations/versions/a5.lua:6
ALTER TABLE t ALTER COLUMN i TYPE integer;

-- migrations/versions/a5.lua:7, loses data
ALTER TABLE u DROP COLUMN a;

-- migrations/versions/a5.lua:8, loses data
ALTER TABLE u DROP COLUMN b;

-- migrations/versions/a5.lua:9, loses data
ALTER TABLE u DROP COLUMN c;

downgrade (derived)

-- migrations/versions/a5.lua:9
ALTER TABLE u ADD COLUMN c text;

-- migrations/versions/a5.lua:8
ALTER TABLE u ADD COLUMN b integer;

-- migrations/versions/a5.lua:7
ALTER TABLE u ADD COLUMN a character varying(5) DEFAULT NULL;

-- migrations/versions/a5.lua:6
ALTER TABLE t ALTER COLUMN i TYPE e;

-- migrations/versions/a5.lua:5
ALTER TABLE t
  ALTER COLUMN f TYPE d,
  ALTER COLUMN f SET DEFAULT NULL;

-- migrations/versions/a5.lua:4
ALTER TABLE t ALTER COLUMN c SET DEFAULT NULL;

-- migrations/versions/a5.lua:3
ALTER TABLE t
  ALTER COLUMN a TYPE e,
  ALTER COLUMN a SET DEFAULT NULL;
