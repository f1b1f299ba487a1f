function upgrade()
  execute "ALTER TYPE pair ALTER ATTRIBUTE a TYPE character varying(20) CASCADE"
  alter_column("t", "a", { storage = "external" })
  execute "ALTER STATISTICS s SET STATISTICS 200"
end
