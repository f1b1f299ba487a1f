revision { id = "a5", parent = "a4", message = "Drop the tables" }

function upgrade()
	drop_table { "t", "u" }
end
