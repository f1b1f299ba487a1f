revision { id = "b3", parent = "b2", message = "b3" }

function upgrade()
	execute "CREATE OR REPLACE FUNCTION twice(n integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'"
end
