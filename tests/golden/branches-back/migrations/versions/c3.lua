revision { id = "c3", parent = "c2", message = "c3" }

function upgrade()
	execute "CREATE VIEW seeing AS SELECT n FROM seen"
	create_check_constraint("own", "twice(n) > 0")
	create_index("own", { "k" })
end
