table "users" {
  column("id", "text", { primary_key = true }),
}

table "posts" {
  column("id", "bigint", { primary_key = true }),
  column("user_id", "text", { references = "users" }),
}
