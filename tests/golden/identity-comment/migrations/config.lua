return { name = "identity-comment" }
