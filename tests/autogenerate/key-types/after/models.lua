table "users" {
  column("id", "bigserial", { primary_key = true }),
  column("name", "text"),
}

table "posts" {
  column("id", "bigint", { identity = "always", primary_key = true }),
  column("user_id", "bigint", { not_null = true, references = "users", on_delete = "cascade" }),
  index { "user_id" },
}

table "comments" {
  column("id", "bigint", { primary_key = true }),
  column("post_id", "bigint", { references = "posts" }),
  column("user_id", "bigint", { references = "users" }),
}
