revision { id = "ft1", parent = nil, message = "a table", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE SCHEMA app; CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date);
		CREATE FUNCTION sd(double precision, double precision) RETURNS double precision IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';
	]==]
end
