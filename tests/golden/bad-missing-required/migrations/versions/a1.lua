revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table()
  create_table("t", { column("a") })
  rename_table("t")
  create_foreign_key("t", { "a" })
end
