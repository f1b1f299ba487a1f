table "of" { column("a", "integer", { primary_key = true }), column("b", "text") }
table "ev" {
  column("k", "text"),
  column("a", "integer"),
  foreign_key { "a", references = "of", name = "to_of" },
  partition_by = "list (k)",
  partition("ea", { values = { "a" } }),
  partition("eb", { values = { "b" } }),
}
