return {
	variables = {
		s = { type = "name", default = "public" },
		r = { type = "name", default = "golden app" },
		five = { type = "literal", default = "5" },
		ok = { type = "literal", default = "ok" },
		three = { type = "literal", default = "3" },
	},
}
