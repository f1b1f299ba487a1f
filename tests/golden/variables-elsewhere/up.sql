revision  a (head)
parent    <base>
message   what a variable names may be what is known by another name: no alarm
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:3
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a.lua:4
CREATE TABLE :"s".t (
  a integer NOT NULL DEFAULT :'five',
  m mood DEFAULT :'ok',
  j jsonb DEFAULT :'five',
  w character varying(1) DEFAULT :'five',
  CONSTRAINT t_a_check CHECK (a > 0),
  CONSTRAINT t_pkey PRIMARY KEY (a)
);

-- migrations/versions/a.lua:11
CREATE INDEX ON t (a);

-- migrations/versions/a.lua:12
ALTER TABLE :"s".t ADD COLUMN z text;

-- migrations/versions/a.lua:14
INSERT INTO t (a, m) VALUES (:'three', :'ok'), (DEFAULT, 'sad');

-- migrations/versions/a.lua:15
UPDATE t SET m = :'ok'::mood WHERE a = :'five';

-- migrations/versions/a.lua:16
ALTER TABLE :"s".t ADD q int;

-- migrations/versions/a.lua:17
SELECT q, z FROM :"s".t;

-- migrations/versions/a.lua:18
GRANT SELECT ON ALL TABLES IN SCHEMA :"s" TO :"r";

-- migrations/versions/a.lua:19
CREATE TABLE p (k int, w text) PARTITION BY RANGE (k);

-- migrations/versions/a.lua:20
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (:'five') TO (10);

-- migrations/versions/a.lua:21
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (:'three') TO (:'five');

-- migrations/versions/a.lua:22
CREATE TABLE l (k text) PARTITION BY LIST (k);

-- migrations/versions/a.lua:23
CREATE TABLE l1 PARTITION OF l FOR VALUES IN (:'five');

-- migrations/versions/a.lua:24
CREATE TABLE l2 PARTITION OF l FOR VALUES IN (:'ok', '6');

-- migrations/versions/a.lua:25
CREATE DOMAIN five AS int CHECK (VALUE >= :'five');

-- migrations/versions/a.lua:26
CREATE TABLE d (x five DEFAULT :'five', i interval DEFAULT :'five', CHECK (x <> :'three'));

-- migrations/versions/a.lua:27
CREATE POLICY policy ON :"s".d TO :"r" USING (x = :'three');

-- migrations/versions/a.lua:28
CREATE FUNCTION :"s".f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:29
SELECT f(1), :"s".f(2);

-- migrations/versions/a.lua:30
CREATE TYPE :"s".kind AS ENUM ('a');

-- migrations/versions/a.lua:31
CREATE TABLE k (a kind, b :"s".kind);

-- migrations/versions/a.lua:32
SELECT c FROM :"s".there;

-- migrations/versions/a.lua:33
COMMENT ON COLUMN :"s".there.c IS :'ok';

-- migrations/versions/a.lua:34, loses data
ALTER TABLE :"s".there DROP c;

-- migrations/versions/a.lua:36
CREATE TABLE u (
  a integer,
  CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES :"s".t (a)
);

-- migrations/versions/a.lua:37
SET search_path TO :"s";

-- migrations/versions/a.lua:37
SELECT d FROM there;

-- migrations/versions/a.lua:37
ALTER TABLE d ADD y int;

-- migrations/versions/a.lua:38, loses data
DROP TABLE :"s".there;

downgrade: there is none
migrations/versions/a.lua:11: create_index: table 't' could not be followed; write a downgrade()
migrations/versions/a.lua:14: execute: INSERT has no inverse; say down = [[ … ]], or write a downgrade()
migrations/versions/a.lua:15: execute: UPDATE has no inverse; say down = [[ … ]], or write a downgrade()
migrations/versions/a.lua:18: grant: schema ':s' could not be followed; write a downgrade()
migrations/versions/a.lua:27: create_policy: table ':s.d' could not be followed; write a downgrade()
migrations/versions/a.lua:33: comment_on: table ':s.there' could not be followed; write a downgrade()
migrations/versions/a.lua:34: drop_column: table ':s.there' could not be followed; write a downgrade()
migrations/versions/a.lua:37: add_column: table 'd' could not be followed; write a downgrade()
migrations/versions/a.lua:38: drop_table: table ':s.there' could not be followed; write a downgrade()
