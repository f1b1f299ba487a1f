function upgrade()
  execute "DROP VIEW seen"
  -- loses data
  drop_column("kept", "a_id")
  -- loses data
  drop_table { "c_grandchildren", "b_children", "a_parents" }
end
