revision { id = "a3", parent = "a2", message = "operations", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint"),
		column("email", "text"),
		column("name", "text"),
		column("age", "integer"),
		column("during", "tsrange"),
		index { "email", unique = true, name = "users_email" },
	})
	create_primary_key("users", { "id" }, { with = { fillfactor = 90 }, comment = "the key" })
	create_unique_constraint("users", "email")
	create_unique_constraint("users", { "email", "name" }, { include = "age", nulls_not_distinct = true, deferrable = true })
	create_unique_constraint("users", { using_index = "users_email", initially = "deferred", name = "users_email_too" })
	create_check_constraint("users", "age > 0")
	create_check_constraint("users", "age > 0 AND name <> ''", { not_valid = true, comment = "some are not" })
	create_check_constraint("users", "email LIKE '%@%'", { name = "an email", no_inherit = true })
	create_exclude_constraint("users", { { "during", "&&" } }, { using = "gist", where = "age > 3" })
	create_table("orders", {
		column("id", "bigint", { primary_key = true }),
		column("user_id", "bigint"),
		column("email", "text"),
		column("name", "text"),
	})
	create_foreign_key("orders", { "user_id" }, "users", { "id" }, { on_delete = "cascade", comment = "whose" })
	create_foreign_key("orders", "email", "users", "email", { name = "by_email", not_valid = true, match = "full" })
	create_foreign_key("orders", { "user_id" }, "users", { on_delete = "set null", on_delete_columns = { "user_id" }, on_update = "cascade" })
end
