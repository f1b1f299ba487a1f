function upgrade()
  create_table("third", {
    column("a", "integer", { not_null = true, default = 5 }),
    column("b", "integer", { not_null = true }),
  })
  add_column("alone", column("a", "integer", { not_null = true, default = 7 }))
  add_column("top", column("a", "integer"))
  add_column("top", column("n", "text", { default = "none" }))
  alter_column("second", "n", { default = "none" })
  -- fails where a row has no a: fill it in first, as in UPDATE child SET a = … WHERE a IS NULL
  alter_column("child", "a", { not_null = true })
  -- fails where a row has no n: fill it in first, as in UPDATE child SET n = DEFAULT WHERE n IS NULL
  alter_column("child", "n", { not_null = true })
  -- fails where a row has no b: fill it in first, as in UPDATE alone SET b = … WHERE b IS NULL
  alter_column("alone", "b", { not_null = true })
  alter_table("child", { inherit = "second" })
  alter_table("alone", { inherit = "third" })
end
