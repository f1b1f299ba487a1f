revision  a1
parent    <base>
message   tables whose columns are not all known
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE base (a int, c text COLLATE "C");

-- migrations/versions/a1.lua:5
CREATE VIEW seen AS SELECT c FROM base;

-- migrations/versions/a1.lua:6
CREATE TABLE bits AS SELECT B'101' AS b;

-- migrations/versions/a1.lua:7
CREATE VIEW over_bits AS SELECT b FROM bits;

-- migrations/versions/a1.lua:8
CREATE TABLE collated AS SELECT c FROM base;

-- migrations/versions/a1.lua:9
CREATE TABLE collated_here AS SELECT a::text COLLATE "C" AS c FROM base;

-- migrations/versions/a1.lua:10
CREATE TABLE collated_there AS SELECT c FROM seen;

-- migrations/versions/a1.lua:11
CREATE TEMPORARY TABLE mine AS SELECT B'1' AS b;

-- migrations/versions/a1.lua:12
CREATE TABLE mine (a int);

-- migrations/versions/a1.lua:13
CREATE TABLE IF NOT EXISTS bits AS SELECT 1 AS a;

downgrade

-- migrations/versions/a1.lua:19, loses data
DROP TABLE public.mine, collated, collated_here, collated_there, bits CASCADE;

-- migrations/versions/a1.lua:20
CREATE TABLE bits (a int);

-- migrations/versions/a1.lua:21, loses data
DROP TABLE bits;

-- migrations/versions/a1.lua:22
DROP VIEW seen;

-- migrations/versions/a1.lua:23, loses data
DROP TABLE base;

revision  a2 (head)
parent    a1
message   one goes, with what it has
created   
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:3, loses data
DROP TABLE collated;

downgrade: there is none
migrations/versions/a2.lua:3: drop_table: the columns of table 'collated' are not known; write a downgrade()
