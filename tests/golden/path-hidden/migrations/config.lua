return { schema = { "a", "b" } }
