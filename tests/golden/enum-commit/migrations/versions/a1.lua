revision { id = "a1", message = "an enum", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table("t", { column("id", "integer", { primary_key = true }), column("m", "mood") })
end
