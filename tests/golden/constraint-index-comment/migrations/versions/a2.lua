revision { id = "a2", parent = "a1", message = "Another, and none, and one that is taken over" }

function upgrade()
	comment_on("index t_pkey", "finds one only")
	comment_on("index apart", null)
	comment_on("index t_code_key", "codes")
	rename_constraint("t", "t_code_key", "coded")
	create_index("t", { "code", "id" }, { unique = true, name = "pair", comment = "was an index" })
	execute "ALTER TABLE t ADD CONSTRAINT two UNIQUE USING INDEX pair"
end
