-- what `top` brings must not be NULL before `child` comes under `second`; and what `alone` says of it too is there first, for the
-- two become one
table "top" { column("b", "integer"), column("a", "integer"), column("n", "text", { default = "none" }) }
table "first" { inherits = { "top" } }
table "second" {
  column("a", "integer", { primary_key = true }),
  column("n", "text", { not_null = true, default = "none" }),
}
table "third" { column("a", "integer", { not_null = true, default = 5 }), column("b", "integer", { not_null = true }) }
table "child" { inherits = { "first", "second" } }
table "below" { inherits = { "child" } }
table "alone" { column("a", "integer", { default = 7 }), inherits = { "first", "third" } }
