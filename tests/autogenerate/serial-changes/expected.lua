function upgrade()
  alter_column("b", "id", { default = null })
  alter_column("c", "id", { default = null })
  alter_column("d", "id", { identity = null })
  alter_column("g", "id", { default = null })
  -- where it stands is lost
  drop_sequence "g_id_seq"
  -- where it stands is lost
  drop_sequence "c_id_seq"
  -- where it stands is lost
  drop_sequence "b_id_seq"
  create_sequence("a_id_seq", { type = "integer" })
  create_sequence("d_id_seq", { type = "integer" })
  alter_sequence("e_id_seq", { type = "bigint" })
  create_sequence "f_id_seq"
  -- counts from its start, whatever the rows have: SELECT setval('a_id_seq', max(id)) FROM a
  alter_column("a", "id", { default = sql "nextval('a_id_seq'::regclass)" })
  -- counts from its start, whatever the rows have: SELECT setval(pg_get_serial_sequence('c', 'id'), max(id)) FROM c
  alter_column("c", "id", { identity = "by default" })
  -- counts from its start, whatever the rows have: SELECT setval('d_id_seq', max(id)) FROM d
  alter_column("d", "id", { default = sql "nextval('d_id_seq'::regclass)" })
  alter_column("e", "id", { type = "bigint" })
  -- counts from its start, whatever the rows have: SELECT setval('f_id_seq', max(id)) FROM f
  alter_column("f", "id", { type = "bigint", default = sql "nextval('f_id_seq'::regclass)" })
  alter_column("g", "id", { type = "integer" })
  -- counts from its start, whatever the rows have: SELECT setval(pg_get_serial_sequence('h', 'id'), max(id)) FROM h
  alter_column("h", "id", { identity = "always" })
  alter_column("i", "id", { not_null = false })
  alter_sequence("a_id_seq", { owned_by = "a.id" })
  alter_sequence("d_id_seq", { owned_by = "d.id" })
  alter_sequence("f_id_seq", { owned_by = "f.id" })
end
