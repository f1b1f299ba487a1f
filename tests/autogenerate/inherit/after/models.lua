table "base" {
  column("id", "bigint", { not_null = true }),
  column("a", "bigint"),
  column("c", "text"),
  check { "a > 0" },
}

table "child" {
  column("b", "integer"),
  inherits = "base",
}

table "leaves" {
  column("id", "bigint", { not_null = true }),
  column("a", "bigint"),
  column("b", "integer"),
}

table "joins" {
  column("id", "bigint", { not_null = true }),
  column("a", "bigint"),
  column("b", "integer"),
  column("c", "text"),
  check { "a > 0", name = "base_a_check" },
  inherits = "base",
}
