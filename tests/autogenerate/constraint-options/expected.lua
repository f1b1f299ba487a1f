function upgrade()
  rename_constraint("t", "renamed_before", "renamed_after")
  drop_constraint("t", "text_changed")
  drop_constraint("t", "gone")
  drop_constraint("t", "t_a_check")
  drop_constraint("t", "t_a_b_key")
  drop_constraint("t", "deferrable_added")
  drop_constraint("t", "deferrable_removed")
  drop_constraint("t", "include_added")
  drop_constraint("t", "exclude_gone")
  drop_constraint("t", "exclude_where")
  create_check_constraint("t", "a >= 0", { name = "text_changed" })
  create_check_constraint("t", "length(b) > 2", { name = "new" })
  create_check_constraint("t", "a > 2", { no_inherit = true })
  create_unique_constraint("t", { "b", "a" })
  create_unique_constraint("t", { "b" }, { name = "deferrable_added", deferrable = true })
  create_unique_constraint("t", { "c" }, { name = "deferrable_removed" })
  create_unique_constraint("t", { "c", "a" }, { name = "include_added", include = "b" })
  create_exclude_constraint("t", { { "c", "=" }, { "during", "&&" } }, {
    name = "exclude_new",
    using = "gist",
  })
  create_exclude_constraint("t", { { "a", "=" } }, {
    name = "exclude_where",
    using = "gist",
    where = "b IS NULL",
  })
end
