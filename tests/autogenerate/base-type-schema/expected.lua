function upgrade()
  execute "DROP FUNCTION takes(s.b)"
  execute "DROP TYPE pair"
  -- loses data
  execute "DROP TYPE s.b CASCADE"
end
