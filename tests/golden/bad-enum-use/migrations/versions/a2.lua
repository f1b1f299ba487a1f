revision {
  id = "a2",
  parent = "a1",
  message = "a2",
}

function upgrade()
  add_enum_value("mood", "great")
  alter_column("t", "m", { default = "great" })
  alter_column("t", "m", { default = "gret" })
  add_enum_value("mood", "ok")
end
