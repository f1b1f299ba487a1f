function upgrade()
  execute "DROP VIEW v"
  drop_index "kept"
  drop_index "sorted"
  drop_constraint("w", "sorted_w")
  create_primary_key("w", { "id" }, { name = "sorted_w", include = "a" })
  create_index("t", { "id" }, { name = "kept", unique = true })
  create_index("t", { "a" }, { name = "sorted" })
  cluster_on("t", "sorted")
  cluster_on("u", "sorted_u")
  execute "ALTER INDEX sorted_u ALTER COLUMN 1 SET STATISTICS 20"
  cluster_on("w", "sorted_w")
  execute "CREATE VIEW v AS SELECT a FROM u"
  execute "CREATE OR REPLACE RULE ruled AS ON DELETE TO w DO ALSO UPDATE u SET a = 1"
  -- loses data
  drop_column("u", "b")
  create_index("u", { "id" }, { name = "kept_u", unique = true })
  create_index("u", { sql "lower(a::text)" }, { name = "sorted_u" })
  cluster_on("u", "sorted_u")
  execute "ALTER INDEX sorted_u ALTER COLUMN 1 SET STATISTICS 20"
  alter_table("t", { replica_identity_index = "kept" })
  alter_table("u", { replica_identity_index = "kept_u" })
end
