revision { id = "c2", parent = "c1", message = "c2" }

function upgrade()
	drop_table("x")
end
