revision {
  id = "7ab1e0000022",
  parent = "7ab1e0000021",
  message = "Changes reach what inherits",
}

function upgrade()
  add_column("parents", column("note", "text", { default = "-", not_null = true, comment = "a note", check = "note <> ''" }))
  add_column("parents", column("own", "integer"))
  add_column("children", column("late", "integer"))
  rename_column("parents", "label", "title")
  alter_column("parents", "size", { type = "bigint", default = 5 })
  alter_column("parents", "title", { statistics = -1, not_null = false, comment = "the title" })
  alter_column("parents", "title", { default = null, only = true })
  drop_column("others", "extra")
  alter_column("solo", "twice", { generated = null })
  create_table("adopted", { like = "others" })
  alter_table("adopted", { inherit = "others" })
  alter_table("both", { no_inherit = "others" })
  alter_column("parents", "id", { identity = null })
  rename_table("parents", "elders")
end
