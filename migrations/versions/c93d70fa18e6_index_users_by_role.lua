revision {
  id = "c93d70fa18e6",
  parent = "b8c61d2e9f47",
  message = "Index users by role, without stopping writes",
  created = "2026-12-07T07:20:00Z",
}

function upgrade()
  create_index("users", { "role", sql "lower(email)" }, { concurrently = true, name = "users_role_email_idx" })
end
