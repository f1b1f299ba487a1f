revision { id = "a3", parent = "a2", message = "An error of Lua" }

function upgrade()
  drop_table("childs")
  create_table("payments", { column("id", "bignt") })
  create_sequence("numbers", { strat = 1 })
  creat_index("shops", { "email" })
  drop_index("shops_email_idx")
  create_table("debts", { colum("id", "bigint", { identity = "alway" }) })
  drop_column("debts", "id")
  drop_index("shops_name_index")
  error("this cannot be done")
  create_table("bills", {})
end
