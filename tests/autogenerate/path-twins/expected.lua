function upgrade()
  drop_constraint("refers", "refers_t_fkey")
  create_table("kinds", { column("x", "integer") })
  create_table("t", {
    column("id", "integer", { primary_key = true }),
    column("p", "kinds"),
  })
  create_table("rows", { column("r", "t") })
  create_table("below", { inherits = "t" })
  create_foreign_key("refers", { "t" }, "t", { "id" })
  execute "CREATE VIEW counted AS SELECT count(*) AS n FROM t"
  execute "CREATE VIEW seen AS SELECT p FROM t"
end
