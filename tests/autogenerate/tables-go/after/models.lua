table "kept" {
  column("id", "bigint", { primary_key = true }),
  column("b_id", "bigint"),
}
