return {
	variables = {
		app_role = { type = "name", default = "golden app" },
		tenant = { type = "name", default = "tenant" },
		space = { type = "name", default = "pg_default" },
		fresh = { type = "name", default = "Fresh" },
		region = { type = "literal", default = "it's\\here" },
		limits = { type = "literal", default = "7" },
		unused = { type = "literal" },
	},
}
