revision { id = "a4", parent = "a3", message = "all of a table", created = "2026-11-22T15:10:00Z" }

function upgrade()
	disable_trigger("app.orders", { all = true })
	enable_trigger("app.orders", { all = true })
	disable_trigger("app.orders", { user = true })
	enable_trigger("nowhere", "one", { table_if_exists = true })
end
