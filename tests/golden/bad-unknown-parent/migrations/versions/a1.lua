revision {
  id = "a1aa",
  parent = nil,
  message = "a1aa",
}

function upgrade()
  create_table("users", {
    column("id", "bigint", { primary_key = true }),
    column("email", "text", { not_null = true }),
  })
end
