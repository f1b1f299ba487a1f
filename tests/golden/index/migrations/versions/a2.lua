revision { id = "a2", parent = "a1", message = "concurrently", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_index("users", { "name", { "email", order = "desc" } }, { concurrently = true, unique = true, where = "name <> 'x'", name = "quick", comment = "made while others write" })
	create_index("billing.users", { sql "a + 1" }, { concurrently = true })
	drop_index("users_spot_idx", { concurrently = true })
	drop_index("nothing", { if_exists = true, concurrently = true })
	create_index("users", "spot", { using = "gist", concurrently = true, if_not_exists = true, name = "spots" })
end
