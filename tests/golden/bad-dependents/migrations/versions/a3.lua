revision {
  id = "a3",
  parent = "a2",
  message = "a3",
}

function upgrade()
  drop_enum "mood"
  drop_constraint("users", "users_pkey")
  drop_index "users_pkey"
  create_primary_key("posts", { "owner" })
end
