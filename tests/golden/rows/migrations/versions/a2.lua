revision { id = "a2", parent = "a1", message = "rows of a table that was there", created = "2026-11-22T15:10:00Z" }

function upgrade()
	bulk_insert("countries", { { code = "AT", name = [[Öster\reich]] }, { code = "CH", name = "a\nb\t'" } })
	bulk_insert("people", {
		{ id = 10, name = "Ada", mood = "sad", tags = array { "a", 'b"c', "d,e" }, profile = { a = 1, b = { true, null } } },
		{ id = 11, name = "Bob", born = "2001-02-03", height = 1.85, happy = true, country = "DE" },
		{ id = 12, name = sql "lower('CARL') -- a comment", tags = array {}, profile = {}, at = sql "timestamptz '2026-01-01 00:00:00Z' - interval '1 day'" },
	}, { overriding = "system" })
	create_table("pairs", {
		column("a", "integer"), column("b", "text"), column("c", "text"),
		primary_key { "a", "b" },
	})
end
