revision  a
parent    <base>
message   rows for a tenant, and for some servers
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA :"tenant";

-- migrations/versions/a.lua:5
CREATE TABLE :"tenant".t (
  id bigint NOT NULL,
  name text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:6
CREATE TABLE u (
  id bigint NOT NULL,
  name text,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:7
COPY :"tenant".t (id, name) FROM STDIN;
-- 2 rows, 12 bytes, of migrations/versions/rows.csv

downgrade (derived)

-- migrations/versions/a.lua:6, loses data
DROP TABLE u;

-- migrations/versions/a.lua:5, loses data
DROP TABLE :"tenant".t;

-- migrations/versions/a.lua:4
DROP SCHEMA :"tenant";

revision  b (head)
parent    a
message   into tables that are there
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4, before PostgreSQL 99
COPY :"tenant".t (id, name) FROM STDIN;
-- 1 row, 8 bytes, of migrations/versions/more.csv

-- migrations/versions/b.lua:5, before PostgreSQL 16
COPY u (id, name) FROM STDIN;
-- 2 rows, 12 bytes, of migrations/versions/rows.csv

-- migrations/versions/b.lua:6, since PostgreSQL 16
COPY u (id, name) FROM STDIN;
-- 1 row, 8 bytes, of migrations/versions/more.csv

downgrade (derived)

-- migrations/versions/b.lua:6, loses data, since PostgreSQL 16
DELETE FROM u WHERE id IN (
  '3'
);

-- migrations/versions/b.lua:5, loses data, before PostgreSQL 16
DELETE FROM u WHERE id IN (
  '2',
  '1'
);

-- migrations/versions/b.lua:4, loses data, before PostgreSQL 99
DELETE FROM :"tenant".t WHERE id IN (
  '3'
);
