function upgrade()
  alter_column("t", "a", { storage = "extended" })
  alter_column("t", "b", { storage = "main" })
  alter_column("t", "c", { storage = "extended" })
  alter_column("t", "d", { storage = "extended" })
end
