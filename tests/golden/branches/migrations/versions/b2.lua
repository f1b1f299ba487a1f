revision { id = "b2", parent = "b1", message = "b2" }

function upgrade()
	create_index("users", { "email", "name" })
	create_table("mails", { column("id", "bigint", { primary_key = true, references = "users" }) })
end
