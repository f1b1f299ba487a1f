revision { id = "f1", parent = nil, message = "f1" }

function upgrade()
	execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'"
	execute "CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 3 * n'"
end
