revision  a1
parent    <base>
message   statistics
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint,
  a integer,
  b text,
  c text
);

-- migrations/versions/a1.lua:6
CREATE STATISTICS ab (ndistinct, mcv) ON a, b FROM users;

-- migrations/versions/a1.lua:7
CREATE STATISTICS low ON lower(b), c FROM users;

-- migrations/versions/a1.lua:8
CREATE STATISTICS IF NOT EXISTS ab ON a, c FROM users;

-- migrations/versions/a1.lua:9
CREATE STATISTICS mods ON (a % 10) FROM users;

-- migrations/versions/a1.lua:10
ALTER STATISTICS ab SET STATISTICS 500;

-- migrations/versions/a1.lua:11
COMMENT ON STATISTICS ab IS 'a and b';

downgrade (derived)

-- migrations/versions/a1.lua:11
COMMENT ON STATISTICS ab IS NULL;

-- migrations/versions/a1.lua:10
ALTER STATISTICS ab SET STATISTICS -1;

-- migrations/versions/a1.lua:9
DROP STATISTICS mods;

-- migrations/versions/a1.lua:7
DROP STATISTICS low;

-- migrations/versions/a1.lua:6
DROP STATISTICS ab;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE SCHEMA app;

-- migrations/versions/a2.lua:5
ALTER TABLE users RENAME TO people;

-- migrations/versions/a2.lua:6
ALTER TABLE people RENAME COLUMN b TO mail;

-- migrations/versions/a2.lua:8
ALTER STATISTICS ab SET STATISTICS 200;

-- migrations/versions/a2.lua:9
ALTER STATISTICS low SET STATISTICS 100;

-- migrations/versions/a2.lua:10
ALTER STATISTICS low RENAME TO lower_mail;

-- migrations/versions/a2.lua:11
ALTER STATISTICS mods SET SCHEMA app;

-- migrations/versions/a2.lua:12
ALTER STATISTICS IF EXISTS nosuch SET STATISTICS 1;

downgrade (derived)

-- migrations/versions/a2.lua:11
ALTER STATISTICS app.mods SET SCHEMA public;

-- migrations/versions/a2.lua:10
ALTER STATISTICS lower_mail RENAME TO low;

-- migrations/versions/a2.lua:9
ALTER STATISTICS low SET STATISTICS -1;

-- migrations/versions/a2.lua:8
ALTER STATISTICS ab SET STATISTICS 500;

-- migrations/versions/a2.lua:6
ALTER TABLE people RENAME COLUMN mail TO b;

-- migrations/versions/a2.lua:5
ALTER TABLE people RENAME TO users;

-- migrations/versions/a2.lua:4
DROP SCHEMA app;

revision  a3
parent    a2
message   a column goes, and its statistics with it
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, loses data
ALTER TABLE people DROP COLUMN mail;

-- migrations/versions/a3.lua:5
CREATE STATISTICS idc ON id, c FROM people;

-- migrations/versions/a3.lua:6
ALTER TABLE people ALTER COLUMN id TYPE numeric;

downgrade (derived)

-- migrations/versions/a3.lua:6
ALTER TABLE people ALTER COLUMN id TYPE bigint;

-- migrations/versions/a3.lua:5
DROP STATISTICS idc;

-- migrations/versions/a3.lua:4
ALTER TABLE people ADD COLUMN mail text;

-- migrations/versions/a3.lua:4
CREATE STATISTICS lower_mail ON lower(mail), c FROM people;

-- migrations/versions/a3.lua:4
ALTER STATISTICS lower_mail SET STATISTICS 100;

-- migrations/versions/a3.lua:4
CREATE STATISTICS ab (ndistinct, mcv) ON a, mail FROM people;

-- migrations/versions/a3.lua:4
ALTER STATISTICS ab SET STATISTICS 200;

-- migrations/versions/a3.lua:4
COMMENT ON STATISTICS ab IS 'a and b';

revision  a4
parent    a3
message   all goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE STATISTICS ac ON a, c FROM people;

-- migrations/versions/a4.lua:5
DROP STATISTICS app.mods;

-- migrations/versions/a4.lua:6, loses data
DROP TABLE people;

downgrade (derived)

-- migrations/versions/a4.lua:6
CREATE TABLE people (
  id numeric,
  a integer,
  c text
);

-- migrations/versions/a4.lua:6
CREATE STATISTICS ac ON a, c FROM people;

-- migrations/versions/a4.lua:6
CREATE STATISTICS idc ON id, c FROM people;

-- migrations/versions/a4.lua:5
CREATE STATISTICS app.mods ON (a % 10) FROM people;

-- migrations/versions/a4.lua:4
DROP STATISTICS ac;

revision  a5
parent    a4
message   copies of them
created   2026-11-30T10:00:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
CREATE TABLE towns (name text, area integer, people integer);

-- migrations/versions/a5.lua:6
CREATE STATISTICS dense (ndistinct, mcv) ON people, area FROM towns;

-- migrations/versions/a5.lua:7
CREATE STATISTICS named ON lower(name), people FROM towns;

-- migrations/versions/a5.lua:8
CREATE STATISTICS lower_name ON (lower(name)) FROM towns;

-- migrations/versions/a5.lua:9
COMMENT ON STATISTICS dense IS 'people to the area';

-- migrations/versions/a5.lua:10
CREATE TABLE cities (mayor text, LIKE towns INCLUDING ALL);

-- migrations/versions/a5.lua:12
CREATE TABLE villages (
  LIKE towns INCLUDING STATISTICS
);

downgrade (derived)

-- migrations/versions/a5.lua:12
DROP STATISTICS villages_expr_stat;

-- migrations/versions/a5.lua:12
DROP STATISTICS villages_people_expr_stat;

-- migrations/versions/a5.lua:12
DROP STATISTICS villages_area_people_stat;

-- migrations/versions/a5.lua:12, loses data
DROP TABLE villages;

-- migrations/versions/a5.lua:10
DROP STATISTICS cities_expr_stat;

-- migrations/versions/a5.lua:10
DROP STATISTICS cities_people_expr_stat;

-- migrations/versions/a5.lua:10
DROP STATISTICS cities_area_people_stat;

-- migrations/versions/a5.lua:10, loses data
DROP TABLE cities;

-- migrations/versions/a5.lua:9
COMMENT ON STATISTICS dense IS NULL;

-- migrations/versions/a5.lua:8
DROP STATISTICS lower_name;

-- migrations/versions/a5.lua:7
DROP STATISTICS named;

-- migrations/versions/a5.lua:6
DROP STATISTICS dense;

-- migrations/versions/a5.lua:5, loses data
DROP TABLE towns;

revision  a6 (head)
parent    a5
message   and the copies go
created   2026-11-30T10:00:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
ALTER STATISTICS cities_area_people_stat RENAME TO cities_dense;

-- migrations/versions/a6.lua:5, loses data
DROP TABLE cities, villages;

downgrade (derived)

-- migrations/versions/a6.lua:5
CREATE TABLE villages (
  name text,
  area integer,
  people integer
);

-- migrations/versions/a6.lua:5
CREATE TABLE cities (
  mayor text,
  name text,
  area integer,
  people integer
);

-- migrations/versions/a6.lua:5
CREATE STATISTICS villages_expr_stat ON (lower(name)) FROM villages;

-- migrations/versions/a6.lua:5
CREATE STATISTICS villages_people_expr_stat ON people, (lower(name)) FROM villages;

-- migrations/versions/a6.lua:5
CREATE STATISTICS villages_area_people_stat (ndistinct, mcv) ON area, people FROM villages;

-- migrations/versions/a6.lua:5
CREATE STATISTICS cities_expr_stat ON (lower(name)) FROM cities;

-- migrations/versions/a6.lua:5
CREATE STATISTICS cities_people_expr_stat ON people, (lower(name)) FROM cities;

-- migrations/versions/a6.lua:5
CREATE STATISTICS cities_dense (ndistinct, mcv) ON area, people FROM cities;

-- migrations/versions/a6.lua:5
COMMENT ON STATISTICS cities_dense IS 'people to the area';

-- migrations/versions/a6.lua:4
ALTER STATISTICS cities_dense RENAME TO cities_area_people_stat;
