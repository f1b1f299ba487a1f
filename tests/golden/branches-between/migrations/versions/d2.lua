revision { id = "d2", parent = "d1", message = "d2" }

function upgrade()
	alter_column("defaults", "n", { default = 3 })
end
