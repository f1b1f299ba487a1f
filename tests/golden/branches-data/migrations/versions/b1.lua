revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	rename_table("renamed", "other")
	add_column("copied", column("m", "integer"))
	drop_column("called", "n")
	drop_column("filled", "n")
	execute "UPDATE changed SET n = 5"
	create_table("taken", { column("id", "bigint") })
end
