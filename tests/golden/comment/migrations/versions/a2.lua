revision { id = "a2", parent = "a1", message = "set", created = "2026-11-22T15:10:00Z" }

function upgrade()
	comment_on("table users", "it's\na table \\ with")
	comment_on("TABLE billing.invoices", "qualified")
	comment_on("column users.email", "where they read")
	comment_on([[column users."Odd name"]], "")
	comment_on("column billing.invoices.id", "three parts")
	comment_on("constraint users_email_check on users", "a rule")
	comment_on("constraint users_pkey on users", "the key")
	comment_on("index by_email", "an index")
	comment_on("sequence numbers", "a sequence")
	comment_on("type kind", "a type")
	comment_on("schema billing", "a schema")
	execute [[COMMENT ON COLUMN users.id IS 'in SQL']]
end
