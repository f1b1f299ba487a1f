table "parents" {
  column("id", "bigint", { primary_key = true }),
  column("code", "text", { not_null = true, unique = true }),
  column("x", "integer", { not_null = true }),
  column("y", "integer", { not_null = true }),
  unique { "x", "y" },
}

table "children" {
  column("id", "bigint", { primary_key = true }),
  column("named", "bigint"),
  column("acts", "bigint", { references = "parents" }),
  column("moves", "bigint", { references = "parents" }),
  column("defers", "bigint", { references = "parents" }),
  column("goes", "bigint", { references = "parents" }),
  column("comes", "bigint"),
  column("x", "integer"),
  column("y", "integer"),
  foreign_key { "named", references = "parents", name = "by_one_name" },
  foreign_key { "x", "y", references = "parents(x, y)" },
}
