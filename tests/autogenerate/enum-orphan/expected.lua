function upgrade()
  drop_column("cars", "colour")
  drop_enum "colour"
end
