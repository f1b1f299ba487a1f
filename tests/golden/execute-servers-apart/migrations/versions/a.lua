revision { id = "a", message = "the same thing for different servers" }

function upgrade()
  create_table("t", { column("id", "bigint", { primary_key = true }), column("at", "timestamptz") })
  execute([[
    CREATE TABLE log (id bigint, line text COMPRESSION pglz);
    CREATE TABLE only_old (id bigint);
  ]], { before = 16 })
  execute([[
    CREATE TABLE log (id bigint, line text, level integer);
    CREATE TABLE only_new (id bigint);
  ]], { since = 16 })
  execute [[CREATE INDEX log_line ON log (line)]]
  execute([[CREATE VIEW v AS SELECT id FROM t]], { before = 15 })
  execute([[CREATE VIEW v WITH (security_invoker = on) AS SELECT id FROM t]], { since = 15 })
  execute([[DROP TABLE only_old]], { before = 16 })
  execute [[GRANT SELECT ON v TO PUBLIC]]
end
