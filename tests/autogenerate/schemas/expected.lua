function upgrade()
  create_enum("billing.kind", { "a", "b" })
  create_table("billing.invoices", {
    column("id", "serial", { primary_key = true }),
    column("user_id", "bigint", { references = "users" }),
    column("parent_id", "integer", { references = "billing.invoices" }),
    column("Odd Name", "text", { not_null = true, default = "" }),
    index { "Odd Name" },
    comment = "What users pay",
  })
  create_table('"Quoted.Name"', { column("a.b", "integer", { primary_key = true }) })
  add_column("users", column("kind", "billing.kind"))
  execute [[
CREATE VIEW billing.open AS SELECT i.id, u.kind FROM billing.invoices i JOIN users u ON u.id = i.user_id
]]
end
