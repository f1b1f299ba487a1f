revision { id = "h3", parent = "f1", message = "h3" }

function upgrade()
	create_table("indexed", { column("n", "integer"), index { sql "twice(n)" } })
end
