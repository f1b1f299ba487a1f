return { postgres = 12, schemas = "app", transaction = "some" }
