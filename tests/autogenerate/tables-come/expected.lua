function upgrade()
  create_table("z_parents", {
    column("id", "bigint", { primary_key = true }),
    column("a_very_long_column_name_that_makes_names_be_cut_when_joined", "text", { unique = true }),
  })
  create_table("a_children", {
    column("id", "bigint", { identity = "always", primary_key = true }),
    column("parent_id", "bigint", {
      not_null = true,
      references = "z_parents",
      on_delete = "cascade",
    }),
    column("code", "varchar(20)", { not_null = true, unique = true }),
    column("amount", "numeric(10,2)", { not_null = true, default = 0 }),
    column("at", "timestamptz", { not_null = true, default = sql "now()" }),
    column("tags", "text[]", { not_null = true, default = array {} }),
    column("data", "jsonb", { not_null = true, default = {} }),
    unique { "parent_id", "code" },
    check { "amount >= 0" },
    check { "length(code) > 2", name = "code_is_long" },
    index { "parent_id", { "at", order = "desc" } },
    index { sql "lower(code)", unique = true, where = "amount > 0" },
    comment = "Children of parents",
  })
  add_column("kept", column("z_id", "bigint", { references = "z_parents" }))
  execute [[
CREATE VIEW seen AS SELECT a.id, z.id AS parent FROM a_children a JOIN z_parents z ON z.id = a.parent_id
]]
end
