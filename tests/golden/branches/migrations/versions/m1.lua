revision { id = "m1", parent = { "b2", "c1" }, message = "m1" }

function upgrade()
	create_index("users", { "born", "email" })
end
