function upgrade()
  execute "DROP VIEW freezes"
  execute "DROP VIEW v"
  execute "DROP VIEW w"
  execute "DROP VIEW optional"
  execute "DROP VIEW set_later"
  execute "DROP VIEW of_melts"
  execute "DROP MATERIALIZED VIEW melts"
  alter_column("t", "a", { type = "bigint" })
  execute "CREATE VIEW v AS SELECT t.id, t.a FROM t"
  execute "CREATE TRIGGER fired INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf()"
  execute "CREATE VIEW w AS SELECT t.id, t.a FROM t"
  execute "CREATE RULE ruled AS ON DELETE TO w DO INSTEAD NOTHING"
  execute [[
CREATE VIEW optional WITH (security_invoker) AS SELECT id, a FROM t WHERE a > 3 WITH CASCADED CHECK OPTION
]]
  execute "CREATE VIEW set_later AS SELECT id, a FROM t WHERE a > 3"
  execute "CREATE VIEW melts WITH (security_barrier) AS SELECT id, a FROM t"
  execute "CREATE VIEW of_melts AS SELECT id FROM melts"
  execute "CREATE MATERIALIZED VIEW freezes AS SELECT id, a FROM t WITH NO DATA"
  alter_table("set_later", { with = { security_barrier = "true" } })
  create_index("freezes", { "a" }, { name = "freezes_a" })
end
