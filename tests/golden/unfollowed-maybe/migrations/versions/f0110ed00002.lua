revision {
  id = "f0110ed00002",
  parent = "f0110ed00001",
  message = "Operations on them are written as they are said",
}

function upgrade()
  add_column("t", column("email", "text", { comment = "An address", unique = true, check = "email <> ''" }))
  add_column("t", column("mood", "en", { not_null = true, default = "a" }))
  add_column("t", column("number", "bigint", { identity = "always" }))
  alter_column("t", "email", { not_null = true, default = "x", comment = "Their address" })
  alter_column("t", "email", { default = null, not_null = false })
  alter_column("t", "number", { identity = null })
  alter_column("t", "id", { type = "bigint", using = "id * 2", default = 5 })
  rename_column("t", "email", "mail")
  create_index("t", { "mail" }, { name = "mails" })
  rename_index("mails", "addresses")
  create_primary_key("t", { "id" })
  create_check_constraint("t", "id > 0", { name = "positive" })
  rename_constraint("t", "positive", "above_zero")
  alter_table("t", { with = { fillfactor = 50 }, unlogged = true, comment = "People" })
  attach_partition("pt", "part", { from = 1, to = 9 })
  detach_partition("pt", "part")
  attach_partition("pt", "part", { from = 1, to = 7 })
  rename_table("t", "people")
  drop_column("people", "mood")
  create_table("sc.made", { column("id", "integer") })
  create_sequence("sc.numbers")
  alter_sequence("sq", { cache = 5 })
  rename_sequence("sq", "numbers")
  drop_sequence("numbers")
  drop_enum("en")
end
