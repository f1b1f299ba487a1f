revision { id = "1e57a0000003", parent = "1e57a0000002", message = "What is inherited alone does not" }

function upgrade()
  alter_table("both", { no_inherit = "others" })
  alter_table("grandchildren", { no_inherit = "children" })
  drop_column("parents", "size", { only = true })
end
