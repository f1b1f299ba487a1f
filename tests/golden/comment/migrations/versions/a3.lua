revision { id = "a3", parent = "a2", message = "taken away, changed, and dropped with what they are on", created = "2026-11-22T15:10:00Z" }

function upgrade()
	comment_on("table users", null)
	comment_on("column users.email", "other")
	execute [[COMMENT ON INDEX by_email IS NULL]]
	drop_constraint("users", "users_email_check")
	drop_sequence("numbers")
	drop_enum("kind")
	drop_extension("citext")
	drop_table("billing.invoices")
	drop_schema("billing")
	drop_table("users")
end
