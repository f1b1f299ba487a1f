revision { id = "a4", parent = "a3", message = "what followed the label comes back with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_index("users_humans")
	drop_constraint("users", "users_role_check")
	drop_constraint("users", "users_mixed")
	drop_constraint("users", "users_case")
	drop_constraint("users", "users_array")
	drop_index("users_in")
	alter_column("users", "others", { default = null })
end
