revision { id = "a4", parent = "a3", message = "And they go", created = "2026-11-30T00:40:00Z" }

function upgrade()
	drop_schema("shop", { cascade = true })
	drop_schema("elements_owner", { cascade = true })
end
