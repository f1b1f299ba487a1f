revision { id = "a1", message = "labels that something says", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok", "great", "unused" })
	comment_on("type mood", "how it is")
	create_enum("color", { "red", "blue" })
	create_table("t", {
		column("id", "integer", { primary_key = true }),
		column("m", "mood", { default = "great" }),
		column("ms", "mood[]"),
		column("c", "color", { default = "red" }),
		check { "m <> 'great' OR id > 0", name = "t_great" },
		index { "id", where = "m = 'great'", name = "t_great_idx" },
		index { "m" },
	})
	bulk_insert("t", { { id = 1, m = "sad", c = "blue", ms = array { "sad" } } })
end
