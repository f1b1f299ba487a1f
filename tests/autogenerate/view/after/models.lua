table "users" {
  column("id", "bigint", { primary_key = true }),
  column("name", "text"),
  column("age", "bigint"),
}
