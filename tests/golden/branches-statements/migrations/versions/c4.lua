revision { id = "c4", parent = "a1", message = "c4" }

function upgrade()
	add_column("u", column("m", "integer", { default = var "m" }))
end
