return { schema = { "shop", "public" } }
