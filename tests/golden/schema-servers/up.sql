revision  a1
parent    <base>
message   In schemas of the server
created   2026-11-29T20:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:6
CREATE FUNCTION pg_catalog.text(bigint) RETURNS text STRICT IMMUTABLE LANGUAGE sql AS 'SELECT textin(int8out($1))';

-- migrations/versions/a1.lua:7
CREATE CAST (bigint AS text) WITH FUNCTION pg_catalog.text(bigint) AS IMPLICIT;

-- migrations/versions/a1.lua:8
CREATE FUNCTION pg_catalog.text_times(text, integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT repeat($1, $2)';

-- migrations/versions/a1.lua:9
CREATE OPERATOR pg_catalog.*** (LEFTARG = text, RIGHTARG = integer, FUNCTION = text_times);

-- migrations/versions/a1.lua:10
CREATE TABLE lines (n bigint, line text DEFAULT '-' *** 3, twice text GENERATED ALWAYS AS (text_times(line, 2)) STORED);

-- migrations/versions/a1.lua:11
SELECT text_times('a', 2), pg_catalog.text(n), pg_catalog.text('a'::name), text(true) FROM lines;

-- migrations/versions/a1.lua:13
CREATE FUNCTION pg_temp.longer(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';

-- migrations/versions/a1.lua:14
CREATE FUNCTION pg_temp.shorter(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 - 1';

-- migrations/versions/a1.lua:15
COMMENT ON FUNCTION pg_temp.longer(integer) IS 'for this session';

-- migrations/versions/a1.lua:16
INSERT INTO lines (n) VALUES (pg_temp.longer(1)), (pg_temp.shorter(1));

-- migrations/versions/a1.lua:17
DROP FUNCTION pg_temp.shorter(integer);

downgrade (derived)

-- migrations/versions/a1.lua:10, loses data
DROP TABLE lines;

-- migrations/versions/a1.lua:9
DROP OPERATOR pg_catalog.*** (text, integer);

-- migrations/versions/a1.lua:8
DROP FUNCTION pg_catalog.text_times(text, integer);

-- migrations/versions/a1.lua:7
DROP CAST (bigint AS text);

-- migrations/versions/a1.lua:6
DROP FUNCTION pg_catalog.text(bigint);

revision  a2
parent    a1
message   Lower case, and arrays by their names
created   2026-11-29T20:01:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
create type mood as enum ('sad', 'happy');

-- migrations/versions/a2.lua:6
create type "_odd" as enum ('odd');

-- migrations/versions/a2.lua:7
create table people (id integer primary key, moods _mood default '{sad}'::_mood, more public._mood, odd _odd, odds __odd);

-- migrations/versions/a2.lua:8
create function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1)';

-- migrations/versions/a2.lua:9
create index on people (count_moods(moods));

-- migrations/versions/a2.lua:10
select count_moods('{}'::mood[]), 'sad' = any (moods), moods[1], unnest(moods || more), odds[1] = odd from people;

downgrade (derived)

-- migrations/versions/a2.lua:9
DROP INDEX people_count_moods_idx;

-- migrations/versions/a2.lua:8
DROP FUNCTION count_moods(_mood);

-- migrations/versions/a2.lua:7, loses data
DROP TABLE people;

-- migrations/versions/a2.lua:6
DROP TYPE _odd;

-- migrations/versions/a2.lua:5
DROP TYPE mood;

revision  a3
parent    a2
message   Replaced in lower case
created   2026-11-29T20:02:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
create or replace function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1) + 1';

-- migrations/versions/a3.lua:6
create function name_of(people) returns text language sql as 'select ''a''';

-- migrations/versions/a3.lua:7
create or replace view moody as select id from people;

downgrade (derived)

-- migrations/versions/a3.lua:7
DROP VIEW moody;

-- migrations/versions/a3.lua:6
DROP FUNCTION name_of(people);

-- migrations/versions/a3.lua:5
CREATE OR REPLACE function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1)';

revision  a4 (head)
parent    a3
message   And once more
created   2026-11-29T20:03:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
create or replace function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1) + 2';

-- migrations/versions/a4.lua:6
create or replace function name_of(people) returns text language sql as 'select ''b''';

-- migrations/versions/a4.lua:7
create or replace view moody as select id, moods from people;

downgrade (derived)

-- migrations/versions/a4.lua:7
DROP VIEW moody;

-- migrations/versions/a4.lua:7
create view moody as select id from people;

-- migrations/versions/a4.lua:6
CREATE OR REPLACE function name_of(people) returns text language sql as 'select ''a''';

-- migrations/versions/a4.lua:5
CREATE OR REPLACE function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1) + 1';
