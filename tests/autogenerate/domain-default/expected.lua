function upgrade()
  execute "ALTER DOMAIN a SET DEFAULT 2"
  execute "ALTER DOMAIN b SET DEFAULT 2"
end
