function upgrade()
  alter_sequence("users_id_seq", { type = "bigint" })
  alter_column("users", "id", { type = "bigint" })
  alter_column("posts", "id", { type = "bigint" })
  alter_column("posts", "user_id", { type = "bigint" })
  alter_column("comments", "post_id", { type = "bigint" })
  alter_column("comments", "user_id", { type = "bigint" })
end
