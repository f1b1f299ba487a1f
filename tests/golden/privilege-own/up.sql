revision  a1
parent    <base>
message   what roles give themselves by default
created   2026-11-30T17:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA s;

-- migrations/versions/a1.lua:5
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT INSERT ON TABLES TO keeper;

-- migrations/versions/a1.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE USAGE ON SEQUENCES FROM keeper;

-- migrations/versions/a1.lua:7
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO CURRENT_USER;

-- migrations/versions/a1.lua:8
CREATE TABLE s.t (
  a integer
);

-- migrations/versions/a1.lua:9
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s GRANT INSERT ON TABLES TO keeper;

downgrade (derived)

-- migrations/versions/a1.lua:9
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s REVOKE INSERT ON TABLES FROM keeper;

-- migrations/versions/a1.lua:8, loses data
DROP TABLE s.t;

-- migrations/versions/a1.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT USAGE ON SEQUENCES TO keeper;

-- migrations/versions/a1.lua:4
DROP SCHEMA s;

revision  a2 (head)
parent    a1
message   and not
created   2026-11-30T17:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE INSERT ON TABLES FROM keeper;

-- migrations/versions/a2.lua:5
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT USAGE ON SEQUENCES TO keeper;

-- migrations/versions/a2.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s REVOKE INSERT ON TABLES FROM keeper;

-- migrations/versions/a2.lua:7
REVOKE INSERT ON s.t FROM CURRENT_USER;

downgrade (derived)

-- migrations/versions/a2.lua:7
GRANT INSERT ON TABLE s.t TO CURRENT_USER;

-- migrations/versions/a2.lua:6
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA s GRANT INSERT ON TABLES TO keeper;

-- migrations/versions/a2.lua:5
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE USAGE ON SEQUENCES FROM keeper;

-- migrations/versions/a2.lua:4
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT INSERT ON TABLES TO keeper;
