revision { id = "a2", parent = "a1", message = "the same names come before it" }
function upgrade()
	execute [[
		CREATE TABLE a.t (id int, x int);
		CREATE TYPE a.ty AS ENUM ('b');
		CREATE FUNCTION a.f(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1 + 1;
	]]
end
