table "users" {
  column("id", "bigint", { primary_key = true }),
  column("name", "text"),
}

table "t" {
  column("a", "bigint", { references = "user" }),
  column("b", "bigint", { references = "users(ids)" }),
  column("c", "text", { references = "users(name)" }),
  column("d", "text", { references = "users" }),
  foreign_key { "e", references = "users" },
  foreign_key { "a", "b", references = "users" },
}

comment_on("column users.nane", "x")
