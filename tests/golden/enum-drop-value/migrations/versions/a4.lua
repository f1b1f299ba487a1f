revision { id = "a4", parent = "a3", message = "what followed the label comes back with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_index("users_humans")
	drop_constraint("users", "users_role_check")
	alter_column("users", "others", { default = null })
end
