revision { id = "c2", parent = "a1", message = "c2" }

function upgrade()
	create_index("gone", { "n" })
end
