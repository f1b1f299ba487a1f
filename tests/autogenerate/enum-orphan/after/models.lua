table "cars" {
  column("id", "bigint", { primary_key = true }),
}
