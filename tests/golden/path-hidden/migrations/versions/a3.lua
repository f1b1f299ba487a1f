revision { id = "a3", parent = "a2", message = "and what was named is what it was" }
function upgrade()
	execute "DROP FUNCTION g(b.t)"
	rename_column("b.t", "x", "y")
	add_enum_value("b.ty", "c")
end
