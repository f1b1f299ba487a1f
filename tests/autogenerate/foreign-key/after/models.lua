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
  column("acts", "bigint", { references = "parents", on_delete = "cascade", on_update = "restrict" }),
  column("moves", "bigint", { references = "children" }),
  column("defers", "bigint", { references = "parents", deferrable = true, initially = "deferred" }),
  column("goes", "bigint"),
  column("comes", "bigint", { references = "parents", on_delete = "set null" }),
  column("x", "integer"),
  column("y", "integer"),
  foreign_key { "named", references = "parents", name = "by_another_name" },
  foreign_key { "x", "y", references = "parents(x, y)", match = "full" },
}
