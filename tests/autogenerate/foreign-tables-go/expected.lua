function upgrade()
  execute "DROP FOREIGN TABLE b, a"
  execute "DROP SERVER there"
end
