revision { id = "b", parent = "a", message = "into tables that are there" }

function upgrade()
  copy_file(var "tenant" .. ".t", "more.csv", { before = 99 })
  copy_file("u", "rows.csv", { before = 16 })
  copy_file("u", "more.csv", { since = 16 })
end
