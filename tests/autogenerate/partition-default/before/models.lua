table "p" {
  column("a", "integer"),
  column("b", "integer"),
  column("c", "integer"),
  partition_by = "list (a)",
  partition("p2", { values = { 2 } }),
  partition("p3", { default = true }),
}

table "q" {
  column("a", "integer"),
  column("b", "integer"),
  partition_by = "range (a)",
  partition("q1", { from = 1, to = 10 }),
  partition("q2", { from = 10, to = 20 }),
}

table "r" {
  column("a", "integer"),
  column("b", "integer"),
  partition_by = "list (a)",
  partition("r1", { values = { 1 } }),
  partition("r2", { default = true }),
}
