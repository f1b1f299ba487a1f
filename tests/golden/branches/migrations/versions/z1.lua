revision { id = "z1", parent = { "d1", "c2", "o2" }, message = "z1" }

function upgrade()
	add_column("notes", column("country", "char(2)", { references = "countries" }))
end
