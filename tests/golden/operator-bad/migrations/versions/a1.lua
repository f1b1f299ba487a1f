revision { id = "a1", message = "what cannot be", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "happy" })
	execute [[
		CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
		CREATE FUNCTION level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
		CREATE AGGREGATE total (integer) (SFUNC = plus, STYPE = integer);
		CREATE AGGREGATE total (integer) (SFUNC = plus, STYPE = integer);
		CREATE AGGREGATE plus (integer, integer) (SFUNC = plus, STYPE = integer);
		CREATE AGGREGATE nil (integer) (SFUNC = plus);
		CREATE AGGREGATE nil (nosuch) (SFUNC = plus, STYPE = integer);
		CREATE AGGREGATE nosuch.total (integer) (SFUNC = plus, STYPE = integer);
		DROP FUNCTION total(integer);
		DROP AGGREGATE plus(integer, integer);
		DROP AGGREGATE nosuch(integer);
		DROP FUNCTION plus;
		CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = plus);
		CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = plus);
		CREATE OPERATOR >>> (LEFTARG = integer, RIGHTARG = integer);
		CREATE OPERATOR >>> (LEFTARG = integer, FUNCTION = plus);
		DROP OPERATOR <~~< (integer, integer);
		CREATE CAST (mood AS integer) WITH FUNCTION level(mood);
		CREATE CAST (mood AS integer) WITH FUNCTION level(mood);
		CREATE CAST (nosuch AS integer) WITHOUT FUNCTION;
		CREATE OPERATOR FAMILY f USING hash;
		CREATE OPERATOR FAMILY f USING hash;
		DROP TYPE mood;
	]]
end
