return { schema = { "app", "public" } }
