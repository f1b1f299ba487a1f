function upgrade()
  -- fails where a row has 'glad'
  drop_enum_value("mood", "glad")
end
