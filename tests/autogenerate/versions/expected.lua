function upgrade()
  drop_index "users_name"
  -- fails where a row has no email: fill it in first, as in UPDATE users SET email = … WHERE email IS NULL
  alter_column("users", "email", { not_null = true })
  create_index("users", { "name", "age" }, { name = "users_name" })
end
