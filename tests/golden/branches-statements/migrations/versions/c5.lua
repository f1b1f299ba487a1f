revision { id = "c5", parent = "a1", message = "c5" }

function upgrade()
	execute "UPDATE u SET id = 1"
end
