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
  column("id", "bigint"),
}

table "moves" {
  column("k", "integer"),
  inherits = { "base" },
}

table "two" {
  inherits = { "base" },
}

table "leaves" {
  inherits = { "doubles" },
}
