revision { id = "a6", parent = "a5", message = "SQL uses it after that, and what a new type has at once", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("size", { "small", "large" })
	create_table("boxes", { column("id", "integer", { primary_key = true }), column("s", "size"), column("m", "mood") })
	execute [[INSERT INTO boxes VALUES (1, 'small', 'best'), (2, 'large', 'sad')]]
	add_enum_value("mood", "fine")
	create_index("t", { "m" }, { name = "again", concurrently = true })
	execute [[
		WITH old AS (UPDATE boxes SET m = 'fine' WHERE s IN ('small', 'large') AND id > 2 RETURNING m)
		SELECT * FROM old WHERE m = 'fine'
	]]
end
