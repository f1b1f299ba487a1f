revision { id = "c4", parent = "a1", message = "c4" }

function upgrade()
	bulk_insert("filled", { { id = 1, n = 2 } })
end
