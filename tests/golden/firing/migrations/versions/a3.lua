revision { id = "a3", parent = "a2", message = "and again", created = "2026-11-22T15:10:00Z" }

function upgrade()
	enable_trigger("users", "one")
	disable_trigger("users", "Two")
	enable_rule("users", "quiet", { always = true })
	disable_rule("app.orders", "silent", { table_if_exists = true })
	enable_rule("app.orders", "silent")
	enable_trigger("app.orders", { user = true })
end
