revision { id = "d1", parent = "m1", message = "d1", depends_on = "o1" }

function upgrade()
	add_column("users", column("country", "char(2)", { references = "countries" }))
end
