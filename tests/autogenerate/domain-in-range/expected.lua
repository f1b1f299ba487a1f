function upgrade()
  alter_column("t", "r", { type = "text", default = null })
  alter_column("t", "m", { type = "text" })
  execute "DROP TYPE r"
  execute "CREATE TYPE r AS RANGE (subtype = d)"
  execute "ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (VALUE > 0)"
  -- fails where a value is no r
  alter_column("t", "r", { type = "r", using = "r::r", default = sql "r(1, 2)" })
  -- fails where a value is no r_multirange
  alter_column("t", "m", { type = "r_multirange", using = "m::r_multirange" })
end
