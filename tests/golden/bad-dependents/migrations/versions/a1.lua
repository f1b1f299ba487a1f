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
  create_enum("mood", { "ok", "bad" })
  create_table("posts", {
    column("id", "bigint", { primary_key = true }),
    column("owner", "bigint", { references = "users" }),
    column("mood", "mood"),
  })
end
