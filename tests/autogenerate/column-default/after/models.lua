table "t" {
  column("id", "bigint", { primary_key = true }),
  column("added", "integer", { default = 5 }),
  column("removed", "integer"),
  column("changed", "integer", { default = 2 }),
  column("becomes_expression", "timestamptz", { default = sql "now()" }),
  column("becomes_value", "text", { default = "nobody" }),
  column("json", "jsonb", { default = { a = { 1, 2 } } }),
  column("list", "text[]", { default = array { "a", "b" } }),
  column("flag", "boolean", { not_null = true, default = true }),
  column("null_said", "text"),
}
