table "base" {
  column("id", "bigint", { not_null = true, default = 7 }),
  column("name", "text"),
  check { "id > 0", name = "pos" },
}

table "doubles" {
  column("id", "bigint", { not_null = true }),
  column("twice", "bigint", { generated = "id * 2" }),
}

table "other" {
  column("o", "text"),
  column("p", "integer", { not_null = true }),
}

table "joins" {
  column("id", "bigint", { not_null = true, default = 7 }),
  column("name", "text"),
  check { "id > 0", name = "pos" },
  inherits = { "base" },
}

table "moves" {
  column("k", "integer"),
  column("o", "text"),
  column("p", "integer", { not_null = true }),
  inherits = { "other" },
}

table "two" {
  column("o", "text"),
  column("p", "integer", { not_null = true }),
  inherits = { "base", "other" },
}

table "leaves" {
  column("id", "integer"),
}
