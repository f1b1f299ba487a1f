revision { id = "c5", parent = "a1", message = "c5" }

function upgrade()
	alter_column("seen", "n", { type = "bigint" })
end
