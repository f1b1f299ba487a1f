revision { id = "a4", parent = "a3", message = "Drop them one by one" }

function upgrade()
	drop_constraint("t", "coded")
	drop_constraint("u", "u_code_id_key")
	drop_column("t", "id")
end
