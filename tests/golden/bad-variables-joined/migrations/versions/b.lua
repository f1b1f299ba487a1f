revision { id = "b", message = "and what a message says of one", parent = "a" }
function upgrade()
	error("stopped at " .. var "app")
end
