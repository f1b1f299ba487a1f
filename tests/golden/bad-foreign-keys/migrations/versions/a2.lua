revision {
  id = "a2",
  parent = "a1",
  message = "a2",
}

function upgrade()
  create_table("posts", {
    column("id", "bigint", { primary_key = true }),
    column("author", "text", { references = "users(email)" }),
    column("owner", "bigint", { references = "usrs" }),
    column("other", "bigint", { references = "users(idd)" }),
    column("wrong", "uuid", { references = "users" }),
  })
  create_foreign_key("users", { "id", "email" }, "users", { "id" })
  drop_table "nothing"
end
