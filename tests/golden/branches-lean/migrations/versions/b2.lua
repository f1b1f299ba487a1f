revision { id = "b2", parent = "b1", message = "b2" }

function upgrade()
	create_enum("mood", { "sad" })
	create_schema("billing")
	create_sequence("numbers")
	execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'"
	add_column("t", column("extra", "text"))
	create_check_constraint("t", "extra <> ''", { name = "some_extra" })
	rename_table("own", "owned")
end
