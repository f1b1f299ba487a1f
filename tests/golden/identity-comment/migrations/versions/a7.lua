revision { id = "a7", parent = "a6", message = "Drop the tables" }

function upgrade()
	comment_on("sequence u_n_seq", "of u")
	drop_table { "t", "u" }
end
