-- The two columns that most tables have.
return function(...)
  local items = { ... }
  items[#items + 1] = column("created_at", "timestamptz", { not_null = true, default = sql "now()" })
  items[#items + 1] = column("updated_at", "timestamptz", { not_null = true, default = sql "now()" })
  return items
end
