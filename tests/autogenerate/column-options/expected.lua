function upgrade()
  alter_column("t", "d", { storage = "main" })
  alter_column("t", "e", { statistics = -1 })
  alter_column("t", "f", { compression = "default" })
  comment_on("column t.a", null)
  comment_on("column t.b", "after")
  comment_on("column t.c", "new")
end
