revision { id = "b", message = "nor in Lua", parent = "a" }
function upgrade()
	drop_table(var "tenent")
end
