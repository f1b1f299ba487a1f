function upgrade()
  -- loses data
  drop_column("cars", "colour")
  drop_enum "colour"
end
