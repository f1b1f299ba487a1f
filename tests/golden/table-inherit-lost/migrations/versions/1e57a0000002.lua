revision { id = "1e57a0000002", parent = "1e57a0000001", message = "What is declared all over comes back as it was" }

function upgrade()
  drop_constraint("parents", "small", { only = true })
  create_check_constraint("children", "id < 10", { name = "ten" })
end
