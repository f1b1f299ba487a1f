table "base" {
  column("id", "bigint", { not_null = true }),
  column("a", "bigint"),
  column("c", "text"),
  check { "a > 1" },
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
  column("b", "integer"),
  inherits = "base",
}
