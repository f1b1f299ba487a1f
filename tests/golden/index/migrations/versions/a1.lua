revision { id = "a1", message = "indexes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("email", "text"),
		column("name", "varchar(20)"),
		column("tags", "text[]"),
		column("data", "jsonb"),
		column("words", "tsvector"),
		column("spot", "point"),
		column("address", "inet"),
		index { "email" },
		index "name",
		index { sql "lower(email)", { "name", order = "desc" }, unique = true, where = "name <> ''", comment = "one each" },
	})
	create_index("users", "email")
	create_index("users", { "name", "email" }, { unique = true, nulls_not_distinct = true, include = { "id" }, with = { fillfactor = 70, deduplicate_items = false } })
	create_index("users", { { "email", collation = "C", operator_class = "text_pattern_ops", order = "desc", nulls = "last" }, { "name", order = "asc", nulls = "first" } })
	create_index("users", { sql "email || name", sql "coalesce(email, name)", sql "(id + 1)", sql "id + 2 -- a comment" }, { name = "odd \"name\"" })
	create_index("users", "tags", { using = "gin", with = { fastupdate = false, gin_pending_list_limit = 100 } })
	create_index("users", { { "data", operator_class = "jsonb_path_ops" } }, { using = "gin", comment = "by path" })
	create_index("users", { { "words", operator_class = "tsvector_ops (siglen = 100)" } }, { using = "gist", include = "id" })
	create_index("users", "spot", { using = "spgist", tablespace = "pg_default" })
	create_index("users", { "id", "address" }, { using = "brin", with = { pages_per_range = 32, autosummarize = true }, where = "id > 100 AND address IS NOT NULL AND email LIKE '%@example.com'" })
	create_index("users", "email", { using = "hash" })
	create_index("users", "email", { if_not_exists = true, name = "users_email_idx" })
	create_table("billing.users", { column("a", "integer") })
	create_index("billing.users", "a")
	create_index("billing.users", { "a" }, { name = "users_pkey", comment = "in another schema" })
end
