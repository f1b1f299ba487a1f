table "swapped" {
  column("a", "text", { renamed_from = "b" }),
  column("b", "text", { renamed_from = "a" }),
  check { "a <> ''", name = "one", renamed_from = "two" },
  check { "b <> ''", name = "two", renamed_from = "three" },
  check { "a <> b", name = "three", renamed_from = "one" },
}
table "there" {
  column("a", "text"),
  column("b", "text", { renamed_from = "a" }),
  column("c", "text", { renamed_from = "b" }),
  index { "a", name = "i" },
  index { "b", name = "j", renamed_from = "i" },
  check { "a <> ''", name = "k", renamed_from = "k" },
}
table "chain" {
  column("b", "text", { renamed_from = "a" }),
  column("c", "text", { renamed_from = "b" }),
}
table "split" {
  column("a", "text", { renamed_from = "name" }),
  column("b", "text", { renamed_from = "name" }),
}
