revision { id = "h2", parent = "f1", message = "h2" }

function upgrade()
	create_table("by_default", { column("n", "integer", { default = sql "thrice(1)" }) })
end
