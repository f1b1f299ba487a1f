revision { id = "a3", parent = "a2", message = "a3" }

function upgrade()
  create_table("t", { column("id", "integer", primary_key = true) })
end
