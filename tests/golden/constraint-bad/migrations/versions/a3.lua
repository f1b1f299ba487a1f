revision { id = "a3", parent = "a2", message = "more mistakes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_constraint("users", "olt")
	drop_constraint("users", "users_pkey")
	drop_constraint("events_2026", "positive")
	drop_constraint("events", "positive", { only = true })
	rename_constraint("users", "oldd", "new")
	rename_constraint("users", "users_pkey", "users_email_key")
	rename_constraint("users", "old", "users_pkey")
	rename_constraint("events_2026", "positive", "negative")
	validate_constraint("users", "users_pkey")
	alter_constraint("users", "old", { deferrable = true })
	alter_constraint("orders", "orders_user_id_fkey", { deferrable = false, initially = "deferred" })
	rename_constraint("users", "users_pkey", "orders")
	create_table("things", {
		column("id", "bigint", { primary_key = true }),
		column("part_of", "integer", { references = "things(idd)" }),
		column("code", "text", { references = "things" }),
		primary_key { "code" },
		unique { "part_of", name = "things" },
		check { "code <> '' AND size > 0" },
		foreign_key { "code", references = "users(email, name)" },
	})
end
