function upgrade()
  detach_partition("p", "p2")
  detach_partition("q", "q1")
  detach_partition("r", "r1")
  detach_partition("r", "r2")
  -- loses data
  drop_table { "q2", "p3" }
  -- fails where 'p2' has a row of another partition: move it there first
  attach_partition("p", "p2", { default = true })
  -- fails where 'q1' has a row beyond its bounds: move it away first
  attach_partition("q", "q1", { from = 1, to = 20 })
  -- fails where 'r1' has a row of another partition: move it there first
  attach_partition("r", "r1", { default = true })
  -- fails where 'r2' has a row beyond its bounds, or 'r1' one of them: move it away first
  attach_partition("r", "r2", { values = 2 })
  -- loses data
  drop_column("p", "c")
  -- loses data
  drop_column("q", "b")
  -- loses data
  drop_column("r", "b")
end
