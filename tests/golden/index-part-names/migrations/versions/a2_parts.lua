revision { id = "a2", parent = "a1", message = "parts" }

function upgrade()
  create_table("pt_1", { partition_of = "pt", values = { 1 } })
  comment_on("index pt_1_b_idx", "made like that of pt")
  create_table("alone", { column("w", "integer"), column("y", "integer"), column("c", "integer"), column("z", "bigint"), index { "z" } })
  attach_partition("pt", "alone", { values = { 2 } })
  execute "CREATE TABLE like_it (LIKE pt INCLUDING ALL)"
  create_table("pt_3", { partition_of = "pt", values = { 3 }, partition_by = "list (w)" })
  create_table("pt_3_3", { partition_of = "pt_3", values = { 3 } })
  comment_on("index pt_3_3_z_idx", "made like that of pt_3")
end
