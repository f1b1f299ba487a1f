revision { id = "m1", parent = { "b3", "c3" }, message = "m1" }

function upgrade()
	create_index("t", { "of_b", "of_c" })
end
