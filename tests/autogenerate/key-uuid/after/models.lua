table "users" {
  column("id", "uuid", { primary_key = true, default = sql "gen_random_uuid()" }),
}

table "posts" {
  column("id", "bigint", { primary_key = true }),
  column("user_id", "uuid", { references = "users" }),
}
