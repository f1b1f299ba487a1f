revision {
  id = "a2",
  parent = "a1",
  message = "a2",
}

function upgrade()
  add_column("user", column("a", "integer"))
  drop_column("users", "emial")
  drop_constraint("users", "users_pkeys")
  drop_index "users_email_idx"
  add_column("users", column("status", "user_statu"))
  add_column("users", column("email", "text"))
  create_table("users", { column("id", "integer") })
  rename_column("users", "email", "id")
  create_enum("mood", { "ok" })
  create_enum("mood", { "ok" })
  add_column("users", column("b", "integr"))
end
