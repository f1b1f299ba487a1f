revision { id = "b1", parent = "a1", message = "b1" }

function upgrade()
	add_column("same", column("x", "text"))
	drop_column("gone", "n")
	alter_column("types", "n", { type = "bigint" })
	create_table("both", { column("id", "bigint") })
	execute "CREATE VIEW seeing AS SELECT n FROM seen"
	alter_column("defaults", "n", { default = 1 })
	add_enum_value("kind", "b")
	create_table("own", { column("id", "bigint", { primary_key = true }) })
end
