function upgrade()
  rename_table("b", "c")
  rename_enum("rank", "class")
  rename_sequence("second", "third")
  execute "ALTER DOMAIN word RENAME TO term"
  rename_table("a", "b")
  rename_column("b", "x", "y")
  rename_enum("grade", "rank")
  rename_enum_value("rank", "low", "lower")
  rename_enum_value("rank", "high", "low")
  rename_sequence("first", "second")
  execute "ALTER DOMAIN code RENAME TO word"
  rename_column("items", "d", "e")
  rename_constraint("items", "shorter", "shortest")
  rename_index("two", "three")
  rename_column("items", "c", "d")
  rename_constraint("items", "short", "shorter")
  rename_index("one", "two")
  rename_column("items", "b", "c")
  rename_column("items", "a", "b")
  rename_sequence("b_id_seq", "c_id_seq")
  rename_sequence("a_id_seq", "b_id_seq")
  rename_constraint("c", "b_pkey", "c_pkey")
  rename_index("items_c_idx", "items_d_idx")
  execute "ALTER DOMAIN word DROP CONSTRAINT code_check"
  execute "ALTER DOMAIN term DROP CONSTRAINT word_check"
  drop_constraint("items", "items_a_check")
  drop_constraint("items", "items_b_check")
  drop_constraint("items", "items_a_key")
  drop_constraint("items", "items_b_key")
  rename_constraint("b", "a_pkey", "b_pkey")
  execute "ALTER DOMAIN word ADD CONSTRAINT word_check CHECK (VALUE <> '')"
  execute "ALTER DOMAIN term ADD CONSTRAINT term_check CHECK (VALUE <> 'word')"
  create_check_constraint("items", "b <> 'a'")
  create_check_constraint("items", "c <> 'b'")
  create_unique_constraint("items", { "b" })
  create_unique_constraint("items", { "c" })
end
