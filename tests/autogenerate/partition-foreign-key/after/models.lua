table "of" { column("a", "integer"), column("b", "text"), primary_key { "a", include = "b" } }
table "ev" {
  column("k", "text"),
  column("a", "integer"),
  foreign_key { "a", references = "of", name = "to_of" },
  partition_by = "list (k)",
  partition("ea", { values = { "a", "aa" } }),
  partition("eb", { values = { "b" } }),
}
