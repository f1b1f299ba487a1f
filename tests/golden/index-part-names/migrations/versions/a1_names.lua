-- what is made like an index is called after what that index's columns were called when it was made
revision { id = "a1", message = "names" }

function upgrade()
  create_table("pt", {
    column("a", "integer"),
    column("b", "integer"),
    column("c", "integer"),
    column("d", "integer"),
    unique { "a", include = { "c" } },
    index { "b" },
    index { "c", sql "lower(b::text)" },
    index { "d" },
    partition_by = "list (a)",
  })
  rename_column("pt", "a", "x")
  rename_column("pt", "b", "y")
  rename_column("pt", "d", "z")
  rename_column("pt", "x", "w")
  -- the index of a column that gets another type is made anew
  alter_column("pt", "z", { type = "bigint" })
end
