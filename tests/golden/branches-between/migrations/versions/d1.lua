revision { id = "d1", parent = "a1", message = "d1" }

function upgrade()
	alter_column("defaults", "n", { default = 2 })
end
