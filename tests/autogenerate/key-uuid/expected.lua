function upgrade()
  drop_constraint("posts", "posts_user_id_fkey")
  -- fails where a value is no uuid
  alter_column("users", "id", {
    type = "uuid",
    using = "id::uuid",
    default = sql "gen_random_uuid()",
  })
  -- fails where a value is no uuid
  alter_column("posts", "user_id", { type = "uuid", using = "user_id::uuid" })
  create_foreign_key("posts", { "user_id" }, "users", { "id" })
end
