revision { id = "frozen_c", parent = "frozen_b", message = "Not frozen" }

function upgrade()
  add_column("t", column("more", "text"))
end
