revision { id = "a4", parent = "a3", message = "operators that name each other", created = "2026-11-30T01:35:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA linked;
		CREATE FUNCTION linked.eq(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
		CREATE FUNCTION linked.ne(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
		CREATE OPERATOR linked.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq,
			COMMUTATOR = OPERATOR(linked.===), NEGATOR = OPERATOR(linked.!==), HASHES);
		CREATE OPERATOR linked.!== (NEGATOR = OPERATOR(linked.===), LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne);
		CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.eq);
		CREATE OPERATOR >>> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = linked.ne, COMMUTATOR = <<<);
	]]
end
