function upgrade()
  execute "DROP VIEW v"
  execute "DROP VIEW w"
  drop_constraint("refers", "refers_a_fkey")
  drop_index "i"
  drop_index "k"
  drop_index "l"
  drop_constraint("t", "t_b_check")
  alter_column("t", "a", { type = "text", default = null })
  alter_column("t", "e", { type = "varchar(10)" })
  alter_column("t", "f", { type = "text" })
  alter_column("refers", "a", { type = "text" })
  alter_column("parts", "x", { type = "text" })
  drop_column("t", "d")
  execute "DROP DOMAIN word"
  execute "DROP COLLATION own"
  execute "CREATE COLLATION own (locale = 'POSIX')"
  execute "CREATE DOMAIN word AS text COLLATE own"
  add_column("t", column("d", "text", { generated = "lower(c COLLATE own)" }))
  alter_column("t", "a", { type = "text", collation = "own", default = "x", storage = "external" })
  alter_column("t", "e", { type = "varchar(10)", collation = "own" })
  alter_column("t", "f", { type = "word" })
  create_check_constraint("t", "b COLLATE own > 'a'")
  alter_column("refers", "a", { type = "text", collation = "own" })
  alter_column("parts", "x", { type = "text", collation = "own" })
  create_index("t", { "a", { "c", collation = "own" } }, { name = "i" })
  create_index("t", { sql "lower(a COLLATE own)" }, { name = "k" })
  create_index("t", { "e" }, { name = "l", where = "e > 'b' COLLATE own" })
  create_foreign_key("refers", { "a" }, "t", { "a" })
  execute "CREATE VIEW v AS SELECT a FROM t"
  execute "CREATE VIEW w AS SELECT c COLLATE own AS c FROM t"
  comment_on("collation own", "ours")
end
