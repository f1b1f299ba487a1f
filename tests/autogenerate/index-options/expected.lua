function upgrade()
  drop_index "where_changed"
  drop_index "where_added"
  drop_index "where_removed"
  drop_index "using_changed"
  drop_index "include_added"
  drop_index "include_changed"
  drop_index "class_added"
  drop_index "class_removed"
  drop_index "unique_added"
  drop_index "columns_turned"
  drop_index "order_changed"
  drop_index "nulls_changed"
  drop_index "collation_changed"
  drop_index "expression_changed"
  drop_index "nulls_not_distinct_gone"
  drop_index "gone"
  alter_index("fillfactor_added", { with = { fillfactor = 80 } })
  alter_index("fillfactor_changed", { with = { fillfactor = 90 } })
  create_index("t", { "a" }, { name = "where_changed", where = "a > 2" })
  create_index("t", { "a" }, { name = "where_added", where = "a > 1" })
  create_index("t", { "a" }, { name = "where_removed" })
  create_index("t", { "a" }, { name = "using_changed", using = "hash" })
  create_index("t", { "a" }, { name = "include_added", include = "b" })
  create_index("t", { "a" }, { name = "include_changed", include = { "b", "id" } })
  create_index("t", { { "b", operator_class = "text_pattern_ops" } }, { name = "class_added" })
  create_index("t", { "c" }, { name = "class_removed", using = "gin" })
  create_index("t", { "a" }, { name = "unique_added", unique = true })
  create_index("t", { "b", "a" }, { name = "columns_turned", unique = true })
  create_index("t", { { "a", order = "desc" } }, { name = "order_changed" })
  create_index("t", { { "d", order = "desc", nulls = "last" } }, { name = "nulls_changed" })
  create_index("t", { { "b", collation = "C" } }, { name = "collation_changed" })
  create_index("t", { sql "upper(b)" }, { name = "expression_changed" })
  create_index("t", { "a" }, {
    name = "nulls_not_distinct_gone",
    unique = true,
    where = "b IS NOT NULL",
  })
  create_index("t", { "a", "b" })
end
