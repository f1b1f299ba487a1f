function upgrade()
  execute "ALTER TYPE c SET (storage = main)"
end
