function upgrade()
  add_enum_value("mood", "meh", { after = "sad", commit = true })
  add_enum_value("mood", "ecstatic", { after = "happy" })
  add_enum_value("state", "waiting", { after = "open", commit = true })
  create_enum("brand_new", { "x", "y" })
  add_column("people", column("fresh", "brand_new", { not_null = true, default = "x" }))
  alter_column("people", "mood", { default = "meh" })
  alter_column("people", "state", { default = "waiting" })
  alter_column("people", "gone", { type = "text" })
  alter_column("people", "shrinks", { default = "c" })
  -- fails where a row has 'b'
  drop_enum_value("shrinks", "b")
  drop_enum "gone"
end
