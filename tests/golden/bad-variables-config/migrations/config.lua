return {
	variables = {
		["App"] = { type = "name" },
		aname_of_sixty_three_bytes_is_one_too_long_because_of_its_quotes = { type = "name" },
		empty = { type = "name", default = "" },
		long = { type = "name", default = ("x"):rep(64) },
		kind = { type = "number" },
		untyped = {},
		number = { type = "literal", default = 5 },
		plain = "name",
		odd = { type = "name", defualt = "x" },
	},
}
