function upgrade()
  execute "DROP VIEW v"
  execute "DROP VIEW w"
  alter_column("t", "a", { type = "bigint" })
  execute "CREATE VIEW v AS SELECT t.id, t.a FROM t"
  execute "CREATE TRIGGER fired INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf()"
  execute "CREATE VIEW w AS SELECT t.id, t.a FROM t"
  execute "CREATE RULE ruled AS ON DELETE TO w DO INSTEAD NOTHING"
end
