revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	create_table("x", { column("id", "bigint") })
	alter_column("defaults", "n", { default = 1 })
	add_column("kept", column("own", "text"))
	add_enum_value("kind", "z")
end
