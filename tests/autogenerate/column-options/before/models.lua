table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "text", { comment = "gone" }),
  column("b", "text", { comment = "before" }),
  column("c", "text"),
  column("d", "text", { storage = "external" }),
  column("e", "text", { statistics = 100 }),
  column("f", "text", { compression = "pglz" }),
}
