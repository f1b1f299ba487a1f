table "kept" {
  column("id", "bigint", { primary_key = true }),
}
