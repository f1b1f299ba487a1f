-- a partition takes the place of one that goes, or that of another, and its table loses a column at the same time
table "p" {
  column("a", "integer"),
  column("b", "integer"),
  partition_by = "list (a)",
  partition("p2", { default = true }),
}

table "q" {
  column("a", "integer"),
  partition_by = "range (a)",
  partition("q1", { from = 1, to = 20 }),
}

table "r" {
  column("a", "integer"),
  partition_by = "list (a)",
  partition("r1", { default = true }),
  partition("r2", { values = { 2 } }),
}
