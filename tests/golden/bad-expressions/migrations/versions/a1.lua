revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table("users", {
    column("id", "bigint", { primary_key = true }),
    column("email", "text", { not_null = true }),
  })
  create_check_constraint("users", "emai <> ''")
  create_check_constraint("users", "email <> '' AND")
  create_index("users", { sql "lower(emial)" })
  create_index("users", { "email" }, { where = "nam = 'x'" })
end
