revision { id = "b", parent = "a", message = "a value, used at once", transaction = "none" }

function upgrade()
  add_enum_value("mood", "great")
  alter_column("t", "m", { default = "great" })
end

function downgrade()
  alter_column("t", "m", { default = null })
  drop_enum_value("mood", "great")
end
