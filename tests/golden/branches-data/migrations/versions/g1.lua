revision { id = "g1", parent = "f1", message = "g1" }

function upgrade()
	execute "DROP FUNCTION twice(integer)"
	execute "DROP FUNCTION thrice"
end
