function upgrade()
  create_enum("colour", { "red", "green" })
  create_table("cars", {
    column("id", "bigint", { primary_key = true }),
    column("colour", "colour", { not_null = true }),
  })
  add_column("kept", column("colour", "colour", { not_null = true, default = "red" }))
  add_column("kept", column("others", "colour[]"))
end
