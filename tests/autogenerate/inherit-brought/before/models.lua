table "top" { column("b", "integer") }
table "first" { inherits = { "top" } }
table "second" { column("a", "integer", { primary_key = true }), column("n", "text", { not_null = true }) }
table "child" { inherits = { "first" } }
table "alone" { inherits = { "first" } }
table "below" { inherits = { "child" } }
