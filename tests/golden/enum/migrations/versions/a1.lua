revision { id = "a1", message = "enums", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_enum("mood", { "sad", "it's", "happy", "5 \\ stars" })
	create_enum("billing.kind", { "a" })
	create_enum("Odd name", {})
	comment_on("type mood", "How they feel")
end
