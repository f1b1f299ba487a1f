revision { id = "a2", parent = "a1", message = "they fire otherwise", created = "2026-11-22T15:10:00Z" }

function upgrade()
	disable_trigger("users", "one")
	enable_trigger("users", "Two", { always = true })
	enable_trigger("app.orders", "one", { replica = true })
	disable_rule("users", "quiet")
	enable_rule("app.orders", "silent", { replica = true })
end
