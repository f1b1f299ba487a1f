revision { id = "79bed0000005", parent = "79bed0000004", message = "It goes, and the attribute with it" }

function upgrade()
  drop_enum("feeling", { cascade = true })
end
