revision { id = "a2", parent = "a1", message = "a2" }

function upgrade()
  op.create_table("t", {})
end
