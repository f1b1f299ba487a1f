revision {
  id = "c0719e000002",
  parent = "c0719e000001",
  message = "Its name is not chosen",
}

function upgrade()
  create_check_constraint("items", "id IS DISTINCT FROM '7'")
  create_check_constraint("items", "name <> ''")
end
