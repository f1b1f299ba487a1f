function upgrade()
  alter_schema("given", { owner = "grant_reader" })
  execute "ALTER SCHEMA taken OWNER TO CURRENT_USER"
  execute "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO grant_reader"
  execute "REVOKE INSERT, UPDATE (a) ON TABLE t FROM grant_reader"
  execute "GRANT ALL ON TABLE t TO grant_writer WITH GRANT OPTION"
  execute "GRANT UPDATE (id) ON TABLE t TO grant_reader"
  execute "GRANT USAGE ON SEQUENCE s TO grant_writer"
  execute "REVOKE EXECUTE ON FUNCTION f() FROM grant_reader"
  execute "REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC"
end
