function upgrade()
  alter_sequence("users_id_seq", {
    type = "bigint",
    min_value = 1,
    max_value = 9223372036854775807,
  })
  alter_column("users", "id", {
    type = "bigint",
    default = sql "nextval('users_id_seq'::regclass)",
  })
  alter_column("posts", "id", { type = "bigint" })
  alter_column("posts", "user_id", { type = "bigint" })
  alter_column("comments", "post_id", { type = "bigint" })
  alter_column("comments", "user_id", { type = "bigint" })
end
