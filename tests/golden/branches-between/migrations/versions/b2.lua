revision { id = "b2", parent = "b1", message = "b2" }

function upgrade()
	drop_table("x")
	alter_column("defaults", "n", { default = 3 })
	add_column("kept", column("more", "text"))
	drop_enum_value("kind", "z")
end
