revision { id = "fc8", parent = "fc7", message = "undone by hand", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		ALTER VIEW v3 SET (security_barrier = true);
		ALTER VIEW v3 ALTER a SET DEFAULT 1;
		ALTER FUNCTION f5 STABLE COST 5 SET work_mem = '1MB';
		CREATE OR REPLACE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1 + 2 * $2';
		ALTER FUNCTION acc(integer, integer) PARALLEL SAFE;
	]==]
end

function downgrade()
	execute [==[
		CREATE OR REPLACE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
		ALTER FUNCTION f5 VOLATILE COST 100 RESET ALL;
		ALTER VIEW v3 ALTER a DROP DEFAULT;
		ALTER VIEW v3 RESET (security_barrier);
	]==]
end
