function upgrade()
  alter_column("t", "r", { type = "text", default = null })
  alter_column("t", "rs", { type = "text[]" })
  alter_column("t", "m", { type = "text" })
  execute "DROP TYPE moods"
  execute "CREATE TYPE moods AS RANGE (subtype = mood)"
  -- fails where a row has 'odd'
  drop_enum_value("mood", "odd")
  -- fails where a value is no moods
  alter_column("t", "r", { type = "moods", using = "r::moods", default = "[sad,ok)" })
  -- fails where a value is no moods[]
  alter_column("t", "rs", { type = "moods[]", using = "rs::moods[]" })
  -- fails where a value is no moods_multirange
  alter_column("t", "m", { type = "moods_multirange", using = "m::moods_multirange" })
end
