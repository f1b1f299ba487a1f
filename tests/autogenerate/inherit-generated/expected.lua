function upgrade()
  create_table("joins", {
    column("id", "integer", { not_null = true }),
    column("twice", "integer"),
    inherits = "doubles",
  })
end
