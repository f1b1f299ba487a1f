revision { id = "a", message = "nor in Lua" }
function upgrade()
	drop_table("t")
end
