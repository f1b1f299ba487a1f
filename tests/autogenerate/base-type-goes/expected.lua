function upgrade()
  -- loses data
  execute "DROP TYPE packed CASCADE"
  execute "DROP FUNCTION packed_bounds(cstring[])"
  execute "DROP DOMAIN part"
end
