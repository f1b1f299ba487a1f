revision { id = "a3", parent = "a2", message = "drops", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_schema("odd")
	drop_schema("nothing", { if_exists = true })
	drop_schema("accounts", { cascade = true })
end
