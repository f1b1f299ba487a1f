function upgrade()
  -- where it stands is lost
  drop_sequence "gone"
  create_sequence("new", { start = 100, increment = 5, cache = 20 })
  alter_sequence("changed", { start = 20, increment = 2 })
  alter_sequence("typed", { type = "bigint" })
  alter_sequence("cycles", { cycle = true })
  alter_column("t", "number", { default = sql "nextval('new')" })
  -- counts from its start, whatever the rows have: SELECT setval('owned', max(other)) FROM t
  alter_column("t", "other", { default = sql "nextval('owned')" })
  alter_sequence("owned", { owned_by = "t.other" })
  -- where it stands is lost
  drop_sequence "default_gone"
end
