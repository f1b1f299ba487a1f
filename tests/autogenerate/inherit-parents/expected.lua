function upgrade()
  alter_table("moves", { no_inherit = "base" })
  alter_table("leaves", { no_inherit = "doubles" })
  -- loses data
  drop_column("moves", "id")
  -- loses data
  drop_column("moves", "name")
  drop_column("leaves", "twice")
  add_column("joins", column("name", "text"))
  add_column("moves", column("o", "text"))
  -- fails where 'moves' has rows: give it a default, or add it without not_null and fill it in first
  add_column("moves", column("p", "integer", { not_null = true }))
  add_column("two", column("o", "text"))
  -- fails where 'two' has rows: give it a default, or add it without not_null and fill it in first
  add_column("two", column("p", "integer", { not_null = true }))
  -- fails where a row has no id: fill it in first, as in UPDATE joins SET id = DEFAULT WHERE id IS NULL
  alter_column("joins", "id", { default = 7, not_null = true })
  -- fails where a value is too large for integer
  alter_column("leaves", "id", { type = "integer", not_null = false })
  create_check_constraint("joins", "id > 0", { name = "pos" })
  alter_table("joins", { inherit = "base" })
  alter_table("moves", { inherit = "other" })
  alter_table("two", { inherit = "other" })
end
