table "ev" { column("id", "bigint"), column("k", "text"), partition_by = "list (k)", partition("ea", { values = { "a" } }), partition("rest", { default = true }) }
table "solo" { column("id", "bigint"), column("k", "text") }
