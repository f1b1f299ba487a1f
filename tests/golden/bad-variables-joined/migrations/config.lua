return {
	variables = {
		app = { type = "name" },
		app_role = { type = "name" },
		region = { type = "literal" },
	},
}
