revision { id = "b", parent = "a", message = "cascade where no view is reached" }

function upgrade()
  drop_table("other", { cascade = true })
end
