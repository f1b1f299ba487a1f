function upgrade()
  execute "DROP VIEW seen"
  drop_column("kept", "a_id")
  drop_table { "c_grandchildren", "b_children", "a_parents" }
end
