revision { id = "a2", parent = "a1", message = "what a body in a string names may go", created = "2026-11-22T15:11:00Z" }

function upgrade()
	execute [[
		DROP FUNCTION app.later();
		CREATE TABLE s (a int);
		CREATE FUNCTION first_of_s() RETURNS int LANGUAGE sql AS 'SELECT a FROM s';
		ALTER TABLE s RENAME a TO b;
	]]
end
