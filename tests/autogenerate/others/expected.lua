function upgrade()
  execute "DROP PUBLICATION gone"
  execute "DROP STATISTICS gone"
  execute "DROP STATISTICS kinds_change"
  -- loses data
  drop_table "old.t"
  execute "DROP TEXT SEARCH CONFIGURATION less"
  drop_schema "old"
  create_schema "new"
  create_extension "pg_trgm"
  execute "CREATE TEXT SEARCH CONFIGURATION less (COPY = english)"
  execute "ALTER TEXT SEARCH CONFIGURATION less ALTER MAPPING FOR word WITH stops, simple"
  create_table("new.t", { column("id", "bigint", { primary_key = true }) })
  alter_column("t", "c", { type = "text" })
  create_index("t", { { "c", operator_class = "gin_trgm_ops" } }, {
    name = "t_trgm",
    using = "gin",
  })
  execute "CREATE STATISTICS kinds_change (dependencies, mcv) ON a, b FROM t"
  execute "CREATE STATISTICS fresh ON id, b FROM t"
  execute "ALTER PUBLICATION tables_change ADD TABLE ONLY u"
  execute "ALTER PUBLICATION tables_change SET (publish = 'insert')"
  execute "CREATE PUBLICATION fresh FOR ALL TABLES"
  drop_extension "citext"
end
