revision { id = "a3", parent = "a2", message = "back" }

function upgrade()
  drop_index "pt_b_idx"
  drop_table "pt_1"
  rename_column("pt", "c", "cc")
  rename_column("pt", "y", "b")
  create_index("pt", { "b" })
  create_table("pt_4", { partition_of = "pt", values = { 4 } })
end
