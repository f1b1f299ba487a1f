revision { id = "a5", parent = "a4", message = "A comment, and a table like it" }

function upgrade()
	comment_on('sequence "n s"', "n")
	create_table("u", { like = "t including all" })
end
