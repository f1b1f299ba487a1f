revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
	create_enum("kind", { "a" })
	create_table("t", { column("k", "kind"), column("n", "integer"), column("o", "integer") })
	execute "CREATE VIEW seen AS SELECT n FROM t"
	execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'"
end
