function upgrade()
  execute "DROP VIEW v"
  -- loses data
  execute "ALTER TYPE addr DROP ATTRIBUTE gone"
  alter_column("t", "a", { type = "text" })
  alter_column("t", "h", { type = "text[]" })
  execute "ALTER TYPE addr ALTER ATTRIBUTE zip TYPE integer"
  -- fails where a value is no addr
  alter_column("t", "a", { type = "addr", using = "a::addr" })
  -- fails where a value is no addr[]
  alter_column("t", "h", { type = "addr[]", using = "h::addr[]" })
  execute "ALTER TYPE addr ADD ATTRIBUTE city text"
  execute "CREATE VIEW v AS SELECT id, a FROM t"
end
