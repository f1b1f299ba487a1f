revision { id = "a1", message = "aggregates, operators, casts", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "happy" })
	execute [[
		CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
		CREATE FUNCTION level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
		CREATE FUNCTION below(mood, mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
		CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
		CREATE AGGREGATE total (integer) (SFUNC = plus, STYPE = integer, INITCOND = '0');
		CREATE AGGREGATE many (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
		CREATE AGGREGATE old_total (BASETYPE = integer, SFUNC = plus, STYPE = integer);
		CREATE AGGREGATE middle (double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
		CREATE OPERATOR <<< (LEFTARG = mood, RIGHTARG = mood, FUNCTION = below, RESTRICT = scalarltsel);
		CREATE OPERATOR app.@@@ (RIGHTARG = mood, FUNCTION = level);
		CREATE CAST (mood AS integer) WITH FUNCTION level(mood) AS ASSIGNMENT;
		CREATE OPERATOR FAMILY numbers USING btree;
		ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) compare(integer, bigint);
		CREATE FUNCTION compare_moods(mood, mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
		CREATE OPERATOR CLASS moods FOR TYPE mood USING btree FAMILY numbers AS OPERATOR 1 <<<, FUNCTION 1 compare_moods(mood, mood);
		COMMENT ON AGGREGATE many(*) IS 'all';
		COMMENT ON OPERATOR <<< (mood, mood) IS 'is sadder than';
		COMMENT ON CAST (mood AS integer) IS 'how happy';
		COMMENT ON OPERATOR CLASS moods USING btree IS 'by happiness';
	]]
end
