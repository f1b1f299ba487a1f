revision { id = "a", message = "an exclusion constraint needs an operator" }

function upgrade()
  create_table("t", { column("a", "int"), column("b", "int"), exclude { { "a", "" } }, exclude { { "b", "is distinct from" } } })
  create_table("u", { column("a", "int") })
  create_exclude_constraint("u", { { "a", "" } })
  create_exclude_constraint("u", { { "a", "OPERATOR(pg_catalog.=)" } })
end
