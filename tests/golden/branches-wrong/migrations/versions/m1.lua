revision { id = "m1", parent = { "d1", "c1" }, message = "m1" }

function upgrade()
	create_index("users", { "nowhere" })
end
