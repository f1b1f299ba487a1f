revision { id = "1e57a0000004", parent = "1e57a0000003", message = "A table that declares all itself" }

function upgrade()
  create_check_constraint("parents", "name <> ''", { name = "named" })
  alter_table("own", { no_inherit = "parents" })
end
