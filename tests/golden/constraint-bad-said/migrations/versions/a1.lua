revision { id = "a1", message = "wrongly said", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_primary_key("users")
	create_primary_key("users", { "id" }, { using_index = "users_age" })
	create_primary_key("users", { "id" }, { nulls_not_distinct = true })
	create_unique_constraint("users", { using_index = "users_age", include = "name" })
	create_foreign_key("orders", "user_id", "users", { on_delete = "delete" })
	create_foreign_key("orders", "user_id", "users", { on_delete = "cascade", on_delete_columns = "user_id" })
	create_exclude_constraint("users", { "during", "&&" })
	create_exclude_constraint("users", {})
	create_check_constraint("users")
	create_table("a", { check { not_valid = true, "b > 0" }, foreign_key { "b" } })
end
