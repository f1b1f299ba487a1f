table "users" {
  column("id", "serial", { primary_key = true }),
  column("name", "text"),
}

table "posts" {
  column("id", "integer", { identity = "always", primary_key = true }),
  column("user_id", "integer", { not_null = true, references = "users", on_delete = "cascade" }),
  index { "user_id" },
}

table "comments" {
  column("id", "bigint", { primary_key = true }),
  column("post_id", "integer", { references = "posts" }),
  column("user_id", "integer", { references = "users" }),
}
