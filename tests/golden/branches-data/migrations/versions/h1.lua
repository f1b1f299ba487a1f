revision { id = "h1", parent = "f1", message = "h1" }

function upgrade()
	create_table("computed", { column("n", "integer", { check = "twice(n) > 0" }) })
end
