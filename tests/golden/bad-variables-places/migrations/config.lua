return {
	variables = {
		app_role = { type = "name", default = "app" },
		region = { type = "literal" },
	},
}
