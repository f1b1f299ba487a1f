revision { id = "a2", parent = "a1", message = "and not", created = "2026-11-30T17:00:00Z" }

function upgrade()
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE INSERT ON TABLES FROM keeper"
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT USAGE ON SEQUENCES TO keeper"
  execute "ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s REVOKE INSERT ON TABLES FROM keeper"
  execute "REVOKE INSERT ON s.t FROM CURRENT_USER"
end
