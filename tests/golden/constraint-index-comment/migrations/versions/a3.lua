revision { id = "a3", parent = "a2", message = "A table like it" }

function upgrade()
	create_table("u", { like = "t including all" })
	comment_on("index u_pkey", null)
end
