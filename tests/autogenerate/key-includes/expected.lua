function upgrade()
  drop_constraint("t", "t_c_fkey")
  drop_constraint("u", "to_t")
  alter_column("t", "b", { type = "text" })
  create_foreign_key("t", { "c" }, "t", { "a" }, { on_delete = "cascade" })
  create_foreign_key("u", { "a" }, "t", { "a" }, { name = "to_t" })
end
