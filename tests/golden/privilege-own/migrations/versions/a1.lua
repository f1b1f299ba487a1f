revision { id = "a1", parent = nil, message = "what roles give themselves by default", created = "2026-11-30T17:00:00Z" }

function upgrade()
  create_schema("s")
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT INSERT ON TABLES TO keeper"
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE USAGE ON SEQUENCES FROM keeper"
  execute "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO CURRENT_USER"
  create_table("s.t", { column("a", "integer") })
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s GRANT INSERT ON TABLES TO keeper"
end
