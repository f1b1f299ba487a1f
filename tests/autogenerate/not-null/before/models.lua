table "people" {
  column("id", "bigint", { primary_key = true }),
  column("name", "text"),
  column("nick", "text", { not_null = true }),
  column("age", "integer"),
}
