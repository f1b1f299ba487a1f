revision {
  id = "bad7ab000002",
  parent = "bad7ab000001",
  message = "Options that say nothing",
}

function upgrade()
  create_table("n10", { unlogged = true, temporary = true })
  create_table("n12", { partition_of = "log" })
  create_table("n13", { from = 1, to = 2 })
  create_table("n24", { column("a", "integer"), partition("n24_1", { from = 1, to = 2 }) })
  create_table("n27", { column("a", "integer"), partition_by = "list (a)", partition("n27_1", { from = 1, values = { 1 } }) })
  add_column("t", column("q2", "varchar(0)"))
  add_column("t", column("q22", "integer", { identity = "sometimes" }))
  add_column("t", column("q30", "serial[]"))
  add_column("t", column("q31", "integer", { on_delete = "cascade" }))
  add_column("t", column("q32", "integer", { deferrable = true }))
  alter_column("t", "body", { using = "lower(body)" })
  alter_column("t", "body", { collation = "C" })
  alter_column("t", "a", { generated = "5" })
  alter_column("t", "a", { storage = "externl" })
  alter_column("t", "a", { defualt = 5 })
end
