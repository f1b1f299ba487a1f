function upgrade()
  alter_table("leaves", { no_inherit = "doubles" })
  create_table("joins", {
    column("id", "integer", { not_null = true }),
    column("twice", "integer"),
    inherits = "doubles",
  })
  alter_table("comes", { inherit = "doubles" })
end
