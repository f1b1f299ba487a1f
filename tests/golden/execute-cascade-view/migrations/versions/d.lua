revision { id = "d", parent = "c", message = "a table with a grant" }

function upgrade()
  drop_table "third"
end
