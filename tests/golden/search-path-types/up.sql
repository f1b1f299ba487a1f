revision  5ea7c0000001
parent    <base>
message   Types that are made in one schema
created   
file      migrations/versions/5ea7c0000001.lua

upgrade

-- migrations/versions/5ea7c0000001.lua:8
CREATE SCHEMA x;

-- migrations/versions/5ea7c0000001.lua:9
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/5ea7c0000001.lua:10
CREATE DOMAIN level AS integer;

-- migrations/versions/5ea7c0000001.lua:11
CREATE TABLE t (
  m mood,
  ms mood[],
  l level,
  n integer
);

downgrade (derived)

-- migrations/versions/5ea7c0000001.lua:11, loses data
DROP TABLE t;

-- migrations/versions/5ea7c0000001.lua:10
DROP DOMAIN level;

-- migrations/versions/5ea7c0000001.lua:9
DROP TYPE mood;

-- migrations/versions/5ea7c0000001.lua:8
DROP SCHEMA x;

revision  5ea7c0000002
parent    5ea7c0000001
message   And had by tables that are made in another
created   
file      migrations/versions/5ea7c0000002.lua

upgrade

-- migrations/versions/5ea7c0000002.lua:9
SET search_path = x;

-- migrations/versions/5ea7c0000002.lua:10
CREATE TYPE feeling AS ENUM ('good', 'bad');

-- migrations/versions/5ea7c0000002.lua:11
CREATE TABLE copied (LIKE public.t);

-- migrations/versions/5ea7c0000002.lua:12
CREATE TABLE made (f feeling, fs feeling[], later text);

-- migrations/versions/5ea7c0000002.lua:13
ALTER TABLE made ALTER later TYPE feeling USING NULL;

downgrade (derived)

-- migrations/versions/5ea7c0000002.lua:13
ALTER TABLE x.made ALTER COLUMN later TYPE text;

-- migrations/versions/5ea7c0000002.lua:12, loses data
DROP TABLE x.made;

-- migrations/versions/5ea7c0000002.lua:11, loses data
DROP TABLE x.copied;

-- migrations/versions/5ea7c0000002.lua:10
DROP TYPE x.feeling;

revision  5ea7c0000003 (head)
parent    5ea7c0000002
message   They come back as they were
created   
file      migrations/versions/5ea7c0000003.lua

upgrade

-- migrations/versions/5ea7c0000003.lua:8, loses data
DROP TABLE x.copied, x.made;

downgrade (derived)

-- migrations/versions/5ea7c0000003.lua:8
CREATE TABLE x.made (
  f x.feeling,
  fs x.feeling[],
  later x.feeling
);

-- migrations/versions/5ea7c0000003.lua:8
CREATE TABLE x.copied (
  m mood,
  ms mood[],
  l level,
  n integer
);
