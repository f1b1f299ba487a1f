revision { id = "a4", parent = "a3", message = "functions named with their types", created = "2026-11-30T01:40:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA far;
		CREATE TYPE grade AS ENUM ('good');
		CREATE TYPE pair AS (a integer);
		CREATE FUNCTION far.graded(grade[], pair, integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
		CREATE VIEW graded AS SELECT 'far.graded(grade[], pair, integer)'::regprocedure AS graded;
		CREATE TABLE grades (graded regprocedure DEFAULT 'far.graded(grade[], pair, integer)'::regprocedure);
	]]
end
