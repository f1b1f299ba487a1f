revision { id = "a2", parent = "a1", message = "what views use is renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_column("users", "email", "mail")
	rename_table("orders", "purchases")
	rename_column("purchases", "user_id", "buyer")
	rename_enum("mood", "feeling")
	add_column("users", column("phone", "text"))
	execute "ALTER VIEW everyone RENAME TO all_of_them"
end
