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
end
