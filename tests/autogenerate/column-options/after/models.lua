table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "text"),
  column("b", "text", { comment = "after" }),
  column("c", "text", { comment = "new" }),
  column("d", "text", { storage = "main" }),
  column("e", "text"),
  column("f", "text"),
}
