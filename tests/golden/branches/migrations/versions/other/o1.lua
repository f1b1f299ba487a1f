revision { id = "o1", parent = nil, message = "o1", labels = "other" }

function upgrade()
	create_table("countries", { column("code", "char(2)", { primary_key = true }) })
end
