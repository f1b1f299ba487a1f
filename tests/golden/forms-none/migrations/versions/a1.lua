revision { id = "a1", message = "statements that do nothing", created = "2026-11-29T19:55:00Z" }

function upgrade()
	create_table("t", { column("a", "integer") })
end
