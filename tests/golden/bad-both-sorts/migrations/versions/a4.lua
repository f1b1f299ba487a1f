revision { id = "a4", parent = "a3", message = "After an error of Lua" }

function upgrade()
  drop_table("bills")
  drop_table("bills", { cascde = true })
end
