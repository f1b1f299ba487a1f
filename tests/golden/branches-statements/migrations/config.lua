return { name = "branches", variables = { m = { type = "literal" } } }
