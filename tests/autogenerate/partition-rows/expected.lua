function upgrade()
  detach_partition("ev", "ea")
  -- fails where 'ea' has a row beyond its bounds, or 'rest' one of them: move it away first
  attach_partition("ev", "ea", { values = { "a", "aa" } })
  -- fails where 'rest' has a row that belongs into it: move it away first
  create_table("eb", { partition_of = "ev", values = "b" })
  -- fails where 'solo' has a row beyond its bounds, or 'rest' one of them: move it away first
  attach_partition("ev", "solo", { values = "s" })
end
