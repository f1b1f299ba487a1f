revision { id = "c", message = "nor as a key", parent = "b" }
function upgrade()
	bulk_insert("t", { { [var "app" .. "_role"] = 1 } })
end
