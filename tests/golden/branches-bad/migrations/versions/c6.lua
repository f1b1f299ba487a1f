revision { id = "c6", parent = "a1", message = "c6" }

function upgrade()
	add_column("defaults", column("m", "integer"))
	alter_column("defaults", "n", { default = 2 })
end
