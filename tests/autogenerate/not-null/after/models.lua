table "people" {
  column("id", "bigint", { primary_key = true }),
  column("name", "text", { not_null = true }),
  column("nick", "text"),
  column("age", "integer", { not_null = true, default = 0 }),
  column("born", "date", { not_null = true }),
  column("since", "timestamptz", { not_null = true, default = sql "now()" }),
  column("number", "bigint", { identity = "always" }),
  column("half", "integer", { not_null = true, generated = "age / 2" }),
}
