revision { id = "b2", parent = "b1", message = "b2" }

function upgrade()
	execute "CREATE OR REPLACE VIEW seen AS SELECT n, o FROM t"
	add_column("t", column("of_b", "text"))
end
