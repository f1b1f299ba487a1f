revision { id = "c", parent = "b", message = "cascade where one is" }

function upgrade()
  drop_column("seen", "name", { cascade = true })
end
