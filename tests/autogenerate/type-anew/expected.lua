function upgrade()
  alter_column("p", "pair", { type = "text" })
  alter_column("p", "span", { type = "text" })
  execute "DROP TYPE span"
  execute "ALTER TYPE pair ALTER ATTRIBUTE y TYPE bigint"
  execute "CREATE TYPE span AS RANGE (subtype = bigint)"
  -- fails where a value is no pair
  alter_column("p", "pair", { type = "pair", using = "pair::pair" })
  -- fails where a value is no span
  alter_column("p", "span", { type = "span", using = "span::span" })
  execute "ALTER TYPE pair ADD ATTRIBUTE z integer"
end
