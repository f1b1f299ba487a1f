function upgrade()
  rename_enum_value("mood", "sad", "blue")
end
