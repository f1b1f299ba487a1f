function upgrade()
  -- loses data
  drop_table { "old_one", "old_other", "a_child", "z_parent" }
  create_table("employees", {
    column("id", "bigint", { primary_key = true }),
    column("department_id", "bigint", { not_null = true }),
    column("boss_id", "bigint", { references = "employees" }),
  })
  create_table("departments", {
    column("id", "bigint", { primary_key = true }),
    column("head_id", "bigint", { references = "employees" }),
  })
  create_foreign_key("employees", { "department_id" }, "departments", { "id" })
end
