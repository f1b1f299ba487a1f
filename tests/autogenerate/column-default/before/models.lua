table "t" {
  column("id", "bigint", { primary_key = true }),
  column("added", "integer"),
  column("removed", "integer", { default = 1 }),
  column("changed", "integer", { default = 1 }),
  column("becomes_expression", "timestamptz", { default = "2020-01-01 00:00:00+00" }),
  column("becomes_value", "text", { default = sql "current_user" }),
  column("json", "jsonb", { default = {} }),
  column("list", "text[]", { default = array { "a" } }),
  column("flag", "boolean", { not_null = true, default = false }),
  column("null_said", "text", { default = null }),
}
