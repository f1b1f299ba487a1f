revision {
  id = "a2",
  parent = "a1",
  message = "a2",
}

function upgrade()
  drop_table "users"
end
