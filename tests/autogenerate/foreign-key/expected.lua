function upgrade()
  rename_constraint("children", "by_one_name", "by_another_name")
  drop_constraint("children", "children_acts_fkey")
  drop_constraint("children", "children_moves_fkey")
  drop_constraint("children", "children_goes_fkey")
  drop_constraint("children", "children_x_y_fkey")
  alter_constraint("children", "children_defers_fkey", {
    deferrable = true,
    initially = "deferred",
  })
  create_foreign_key("children", { "acts" }, "parents", { "id" }, {
    on_delete = "cascade",
    on_update = "restrict",
  })
  create_foreign_key("children", { "moves" }, "children", { "id" })
  create_foreign_key("children", { "comes" }, "parents", { "id" }, { on_delete = "set null" })
  create_foreign_key("children", { "x", "y" }, "parents", { "x", "y" }, { match = "full" })
end
