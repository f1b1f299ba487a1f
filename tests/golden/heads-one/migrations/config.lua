return { name = "one", heads = "one" }
