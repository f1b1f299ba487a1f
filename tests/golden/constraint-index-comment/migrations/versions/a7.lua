revision { id = "a7", parent = "a6", message = "Drop it" }

function upgrade()
	drop_table "p"
end
