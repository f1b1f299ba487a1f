table "base" {
  column("id", "bigint", { not_null = true }),
  column("a", "integer"),
  check { "a > 0" },
}

table "child" {
  column("b", "integer"),
  inherits = "base",
}

table "leaves" {
  column("b", "integer"),
  inherits = "base",
}

table "joins" {
  column("id", "bigint", { not_null = true }),
  column("a", "integer"),
  column("b", "integer"),
  check { "a > 0", name = "base_a_check" },
}
