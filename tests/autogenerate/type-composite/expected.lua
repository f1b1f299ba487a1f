function upgrade()
  execute "DROP TYPE span"
  execute "ALTER TYPE pair ALTER ATTRIBUTE y TYPE bigint"
  execute "CREATE TYPE span AS RANGE (subtype = bigint)"
  execute "ALTER TYPE pair ADD ATTRIBUTE z integer"
  execute "ALTER TYPE used ADD ATTRIBUTE z text"
end
