function upgrade()
  execute "DROP VIEW w"
  execute "DROP VIEW of_b"
  execute "DROP VIEW of_c"
  execute "DROP VIEW of_part"
  execute "DROP FOREIGN TABLE part"
  execute "DROP USER MAPPING FOR PUBLIC SERVER other"
  execute "DROP VIEW v"
  execute "DROP FOREIGN TABLE a, b, c"
  execute "DROP SERVER goes"
  execute "DROP SERVER other"
  execute "CREATE SERVER comes FOREIGN DATA WRAPPER far"
  execute "CREATE SERVER other FOREIGN DATA WRAPPER further"
  execute "CREATE USER MAPPING FOR PUBLIC SERVER other OPTIONS (\"user\" 'bob')"
  execute [[
CREATE FOREIGN TABLE a (
  n integer NOT NULL DEFAULT 1,
  m text OPTIONS (name 'em'),
  CONSTRAINT a_n_check CHECK (n > 0)
)
SERVER elsewhere OPTIONS (rows '1')
]]
  execute "COMMENT ON FOREIGN TABLE a IS 'far away'"
  execute "COMMENT ON COLUMN a.n IS 'a number'"
  execute [[
CREATE FOREIGN TABLE b (
  n integer
)
SERVER comes
]]
  execute [[
CREATE FOREIGN TABLE c (
  n integer
)
SERVER other
]]
  execute [[
CREATE FOREIGN TABLE part PARTITION OF parts
FOR VALUES IN (1)
SERVER elsewhere
]]
  execute "CREATE VIEW v AS SELECT n FROM a"
  execute "CREATE VIEW w AS SELECT n FROM v"
  execute "CREATE VIEW of_b AS SELECT n FROM b"
  execute "CREATE VIEW of_c AS SELECT n FROM c"
  execute "CREATE VIEW of_part AS SELECT n FROM part"
  execute "GRANT SELECT ON TABLE a TO PUBLIC"
  execute "GRANT SELECT ON TABLE v TO PUBLIC"
end
