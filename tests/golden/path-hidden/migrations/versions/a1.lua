revision { id = "a1", message = "what is named is in the second schema of the path" }
function upgrade()
	execute [[
		CREATE SCHEMA b;
		CREATE TABLE b.t (id int, x int);
		CREATE TYPE b.ty AS ENUM ('a');
		CREATE FUNCTION b.f(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1;
		CREATE VIEW b.v AS SELECT id FROM t;
		CREATE TABLE u (id int DEFAULT f(1), y ty DEFAULT 'a', r t, n text DEFAULT 't'::regclass::text, CHECK (f(id) > 0));
		CREATE INDEX ON u (f(id));
		CREATE FUNCTION g(t) RETURNS int LANGUAGE sql RETURN f(1);
		CREATE VIEW w AS SELECT f(1), null::ty;
	]]
end
