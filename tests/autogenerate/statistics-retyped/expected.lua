function upgrade()
  alter_column("t", "b", { type = "varchar(20)" })
  execute "ALTER STATISTICS s SET STATISTICS 200"
  execute "ALTER STATISTICS s OWNER TO keeper"
end
