revision  a1
parent    <base>
message   aggregates, operators, casts
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:7
CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';

-- migrations/versions/a1.lua:8
CREATE FUNCTION level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';

-- migrations/versions/a1.lua:9
CREATE FUNCTION below(mood, mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';

-- migrations/versions/a1.lua:10
CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';

-- migrations/versions/a1.lua:11
CREATE AGGREGATE total (integer) (SFUNC = plus, STYPE = integer, INITCOND = '0');

-- migrations/versions/a1.lua:12
CREATE AGGREGATE many (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');

-- migrations/versions/a1.lua:13
CREATE AGGREGATE old_total (BASETYPE = integer, SFUNC = plus, STYPE = integer);

-- migrations/versions/a1.lua:14
CREATE AGGREGATE middle (double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);

-- migrations/versions/a1.lua:15
CREATE OPERATOR <<< (LEFTARG = mood, RIGHTARG = mood, FUNCTION = below, RESTRICT = scalarltsel);

-- migrations/versions/a1.lua:16
CREATE OPERATOR app.@@@ (RIGHTARG = mood, FUNCTION = level);

-- migrations/versions/a1.lua:17
CREATE CAST (mood AS integer) WITH FUNCTION level(mood) AS ASSIGNMENT;

-- migrations/versions/a1.lua:18
CREATE OPERATOR FAMILY numbers USING btree;

-- migrations/versions/a1.lua:19
ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) compare(integer, bigint);

-- migrations/versions/a1.lua:20
CREATE FUNCTION compare_moods(mood, mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';

-- migrations/versions/a1.lua:21
CREATE OPERATOR CLASS moods FOR TYPE mood USING btree FAMILY numbers AS OPERATOR 1 <<<, FUNCTION 1 compare_moods(mood, mood);

-- migrations/versions/a1.lua:22
COMMENT ON AGGREGATE many(*) IS 'all';

-- migrations/versions/a1.lua:23
COMMENT ON OPERATOR <<< (mood, mood) IS 'is sadder than';

-- migrations/versions/a1.lua:24
COMMENT ON CAST (mood AS integer) IS 'how happy';

-- migrations/versions/a1.lua:25
COMMENT ON OPERATOR CLASS moods USING btree IS 'by happiness';

downgrade (derived)

-- migrations/versions/a1.lua:25
COMMENT ON OPERATOR CLASS moods USING btree IS NULL;

-- migrations/versions/a1.lua:24
COMMENT ON CAST (mood AS integer) IS NULL;

-- migrations/versions/a1.lua:23
COMMENT ON OPERATOR <<< (mood, mood) IS NULL;

-- migrations/versions/a1.lua:22
COMMENT ON AGGREGATE many(*) IS NULL;

-- migrations/versions/a1.lua:21
DROP OPERATOR CLASS moods USING btree;

-- migrations/versions/a1.lua:20
DROP FUNCTION compare_moods(mood, mood);

-- migrations/versions/a1.lua:19
ALTER OPERATOR FAMILY numbers USING btree DROP OPERATOR 1 (integer, bigint);

-- migrations/versions/a1.lua:19
ALTER OPERATOR FAMILY numbers USING btree DROP FUNCTION 1 (integer, bigint);

-- migrations/versions/a1.lua:18
DROP OPERATOR FAMILY numbers USING btree;

-- migrations/versions/a1.lua:17
DROP CAST (mood AS integer);

-- migrations/versions/a1.lua:16
DROP OPERATOR app.@@@ (NONE, mood);

-- migrations/versions/a1.lua:15
DROP OPERATOR <<< (mood, mood);

-- migrations/versions/a1.lua:14
DROP AGGREGATE middle(double precision, anyelement);

-- migrations/versions/a1.lua:13
DROP AGGREGATE old_total(integer);

-- migrations/versions/a1.lua:12
DROP AGGREGATE many(*);

-- migrations/versions/a1.lua:11
DROP AGGREGATE total(integer);

-- migrations/versions/a1.lua:10
DROP FUNCTION compare(integer, bigint);

-- migrations/versions/a1.lua:9
DROP FUNCTION below(mood, mood);

-- migrations/versions/a1.lua:8
DROP FUNCTION level(mood);

-- migrations/versions/a1.lua:7
DROP FUNCTION plus(integer, integer);

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO feeling;

-- migrations/versions/a2.lua:6
ALTER AGGREGATE total(integer) RENAME TO sum_up;

-- migrations/versions/a2.lua:7
ALTER AGGREGATE many(*) SET SCHEMA app;

-- migrations/versions/a2.lua:8
ALTER OPERATOR <<< (feeling, feeling) SET (RESTRICT = NONE, JOIN = scalarltjoinsel);

-- migrations/versions/a2.lua:9
ALTER OPERATOR <<< (feeling, feeling) SET SCHEMA app;

-- migrations/versions/a2.lua:10
ALTER OPERATOR FAMILY numbers USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 1 (integer, bigint);

-- migrations/versions/a2.lua:11
ALTER OPERATOR FAMILY numbers USING btree RENAME TO all_numbers;

-- migrations/versions/a2.lua:12
ALTER OPERATOR CLASS moods USING btree SET SCHEMA app;

-- migrations/versions/a2.lua:13
ALTER FUNCTION plus(integer, integer) RENAME TO add;

-- migrations/versions/a2.lua:14
CREATE OR REPLACE AGGREGATE old_total (integer) (SFUNC = add, STYPE = integer, INITCOND = '1');

downgrade (derived)

-- migrations/versions/a2.lua:14
CREATE OR REPLACE AGGREGATE old_total (BASETYPE = integer, SFUNC = add, STYPE = integer);

-- migrations/versions/a2.lua:13
ALTER FUNCTION add(integer, integer) RENAME TO plus;

-- migrations/versions/a2.lua:12
ALTER OPERATOR CLASS app.moods USING btree SET SCHEMA public;

-- migrations/versions/a2.lua:11
ALTER OPERATOR FAMILY all_numbers USING btree RENAME TO numbers;

-- migrations/versions/a2.lua:10
ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint);

-- migrations/versions/a2.lua:10
ALTER OPERATOR FAMILY numbers USING btree ADD FUNCTION 1 (integer, bigint) compare (integer, bigint);

-- migrations/versions/a2.lua:9
ALTER OPERATOR app.<<< (feeling, feeling) SET SCHEMA public;

-- migrations/versions/a2.lua:8
ALTER OPERATOR <<< (feeling, feeling) SET (restrict = scalarltsel);

-- migrations/versions/a2.lua:8
ALTER OPERATOR <<< (feeling, feeling) SET (join = NONE);

-- migrations/versions/a2.lua:7
ALTER AGGREGATE app.many(*) SET SCHEMA public;

-- migrations/versions/a2.lua:6
ALTER AGGREGATE sum_up(integer) RENAME TO total;

-- migrations/versions/a2.lua:4
ALTER TYPE feeling RENAME TO mood;

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP AGGREGATE sum_up(integer), middle(double precision, anyelement);

-- migrations/versions/a3.lua:6
DROP AGGREGATE app.many(*);

-- migrations/versions/a3.lua:7
DROP OPERATOR CLASS app.moods USING btree;

-- migrations/versions/a3.lua:8
DROP OPERATOR app.<<< (feeling, feeling);

-- migrations/versions/a3.lua:9
DROP OPERATOR app.@@@ (NONE, feeling);

-- migrations/versions/a3.lua:10
DROP CAST (feeling AS integer);

-- migrations/versions/a3.lua:11
DROP OPERATOR FAMILY all_numbers USING btree;

-- migrations/versions/a3.lua:13
DROP FUNCTION add CASCADE;

-- migrations/versions/a3.lua:14
DROP CAST IF EXISTS (feeling AS integer);

downgrade (derived)

-- migrations/versions/a3.lua:13
CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';

-- migrations/versions/a3.lua:13
CREATE AGGREGATE old_total (integer) (SFUNC = add, STYPE = integer, INITCOND = '1');

-- migrations/versions/a3.lua:11
CREATE OPERATOR FAMILY all_numbers USING btree;

-- migrations/versions/a3.lua:10
CREATE CAST (feeling AS integer) WITH FUNCTION level(feeling) AS ASSIGNMENT;

-- migrations/versions/a3.lua:10
COMMENT ON CAST (feeling AS integer) IS 'how happy';

-- migrations/versions/a3.lua:9
CREATE OPERATOR app.@@@ (RIGHTARG = feeling, FUNCTION = level);

-- migrations/versions/a3.lua:8
CREATE OPERATOR app.<<< (LEFTARG = feeling, RIGHTARG = feeling, FUNCTION = below, RESTRICT = scalarltsel);

-- migrations/versions/a3.lua:8
ALTER OPERATOR app.<<< (feeling, feeling) SET (restrict = NONE);

-- migrations/versions/a3.lua:8
ALTER OPERATOR app.<<< (feeling, feeling) SET (join = scalarltjoinsel);

-- migrations/versions/a3.lua:8
COMMENT ON OPERATOR app.<<< (feeling, feeling) IS 'is sadder than';

-- migrations/versions/a3.lua:7
CREATE OPERATOR CLASS app.moods FOR TYPE feeling USING btree FAMILY all_numbers AS OPERATOR 1 app.<<<, FUNCTION 1 compare_moods(feeling, feeling);

-- migrations/versions/a3.lua:7
COMMENT ON OPERATOR CLASS app.moods USING btree IS 'by happiness';

-- migrations/versions/a3.lua:6
CREATE AGGREGATE app.many (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');

-- migrations/versions/a3.lua:6
COMMENT ON AGGREGATE app.many(*) IS 'all';

-- migrations/versions/a3.lua:5
CREATE AGGREGATE middle (double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);

-- migrations/versions/a3.lua:5
CREATE AGGREGATE sum_up (integer) (SFUNC = add, STYPE = integer, INITCOND = '0');

revision  a4
parent    a3
message   operators that name each other
created   2026-11-30T01:35:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE SCHEMA linked;

-- migrations/versions/a4.lua:6
CREATE FUNCTION linked.eq(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';

-- migrations/versions/a4.lua:7
CREATE FUNCTION linked.ne(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';

-- migrations/versions/a4.lua:8
CREATE OPERATOR linked.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq,
			COMMUTATOR = OPERATOR(linked.===), NEGATOR = OPERATOR(linked.!==), HASHES);

-- migrations/versions/a4.lua:10
CREATE OPERATOR linked.!== (NEGATOR = OPERATOR(linked.===), LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne);

-- migrations/versions/a4.lua:11
CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq);

-- migrations/versions/a4.lua:12
CREATE OPERATOR >>> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne, COMMUTATOR = <<<);

downgrade (derived)

-- migrations/versions/a4.lua:12
DROP OPERATOR >>> (integer, integer);

-- migrations/versions/a4.lua:11
DROP OPERATOR <<< (integer, integer);

-- migrations/versions/a4.lua:10
DROP OPERATOR linked.!== (integer, integer);

-- migrations/versions/a4.lua:8
DROP OPERATOR linked.=== (integer, integer);

-- migrations/versions/a4.lua:7
DROP FUNCTION linked.ne(integer, integer);

-- migrations/versions/a4.lua:6
DROP FUNCTION linked.eq(integer, integer);

-- migrations/versions/a4.lua:5
DROP SCHEMA linked;

revision  a5
parent    a4
message   one of them goes
created   2026-11-30T01:35:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
DROP OPERATOR linked.!== (integer, integer);

-- migrations/versions/a5.lua:6
DROP OPERATOR <<< (integer, integer);

downgrade (derived)

-- migrations/versions/a5.lua:6
CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq, COMMUTATOR = >>>);

-- migrations/versions/a5.lua:5
CREATE OPERATOR linked.!== (NEGATOR = OPERATOR(linked.===), LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne);

revision  a6 (head)
parent    a5
message   and then the other
created   2026-11-30T01:35:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
DROP OPERATOR linked.=== (integer, integer);

-- migrations/versions/a6.lua:6
DROP OPERATOR >>> (integer, integer);

downgrade (derived)

-- migrations/versions/a6.lua:6
CREATE OPERATOR >>> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne);

-- migrations/versions/a6.lua:5
CREATE OPERATOR linked.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq,
			COMMUTATOR = OPERATOR(linked.===), HASHES);
