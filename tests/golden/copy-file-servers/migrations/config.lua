return { variables = { tenant = { type = "name", default = "acme" } } }
