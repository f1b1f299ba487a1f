revision { id = "ft7", parent = "ft6", message = "operators", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE FUNCTION eqf(integer, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1::text = $2'; CREATE FUNCTION eqr(text, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2::text';
		CREATE OPERATOR === (FUNCTION = eqf, LEFTARG = integer, RIGHTARG = text, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel);
		CREATE OPERATOR === (PROCEDURE = eqr, LEFTARG = text, RIGHTARG = integer, COMMUTATOR = ===);
		CREATE OPERATOR app.@@@ (FUNCTION = int4um, RIGHTARG = integer);
		CREATE OPERATOR ==== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ====, HASHES, MERGES);
		ALTER OPERATOR === (text, integer) SET (RESTRICT = eqsel, JOIN = eqjoinsel);
		ALTER OPERATOR === (text, integer) SET (RESTRICT = NONE);
		ALTER OPERATOR ==== (integer, integer) OWNER TO CURRENT_USER; ALTER OPERATOR app.@@@ (NONE, integer) SET SCHEMA public;
		COMMENT ON OPERATOR @@@ (NONE, integer) IS 'op';
		DROP OPERATOR IF EXISTS @@@ (NONE, integer), ~~~~ (integer, integer) RESTRICT;
	]==]
end
