revision { id = "c6", parent = "a1", message = "c6" }

function upgrade()
	execute "CREATE TABLE taken (n integer)"
end
