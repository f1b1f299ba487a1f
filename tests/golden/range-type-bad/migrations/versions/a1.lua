revision { id = "a1", parent = nil, message = "range types", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TYPE r AS RANGE (subtype = time);
		CREATE TABLE t (a r_multirange);
		CREATE TYPE m AS RANGE (subtype = time);
		CREATE FUNCTION f(m) RETURNS int LANGUAGE sql AS 'SELECT 1';
		CREATE TYPE r AS RANGE (subtype = time);
		CREATE TYPE nosuch.n AS RANGE (subtype = time);
		CREATE TYPE n AS RANGE (subtype = tyme);
		CREATE TYPE n AS RANGE (subtype = time, subtype_dif = nosuch);
		CREATE TYPE n AS RANGE (subtype = time, subtype = time);
		CREATE TYPE n AS RANGE (collation = "C");
		CREATE TYPE n AS RANGE (subtype = time, collation = "C");
		CREATE TYPE n AS RANGE (subtype = text, collation = byte);
		CREATE TYPE n AS RANGE (subtype = record);
		CREATE TYPE n AS RANGE (subtype = time, subtype_diff = differ);
		CREATE TYPE n AS RANGE (subtype = time, multirange_type_name = m);
		CREATE TYPE n AS RANGE (subtype = time, multirange_type_name = nosuch.m);
		ALTER TYPE r ADD ATTRIBUTE a int;
		DROP TYPE r_multirange;
		DROP TYPE r;
		DROP TYPE m;
	]]
end
