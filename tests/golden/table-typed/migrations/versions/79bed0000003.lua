revision { id = "79bed0000003", parent = "79bed0000002", message = "They go their own way" }

function upgrade()
  alter_table("pairs", { of_type = null })
  add_column("pairs", column("z", "integer"))
  drop_column("pairs", "day")
  execute [[ALTER TABLE plain NOT OF]]
  drop_table "keyed"
end
