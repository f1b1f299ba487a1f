revision { id = "c1", parent = "a1", message = "c1" }

function upgrade()
	execute "INSERT INTO renamed VALUES (1, 2)"
end
