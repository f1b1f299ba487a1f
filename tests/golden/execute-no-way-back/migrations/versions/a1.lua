revision { id = "a1", message = "Statements without a derived way back are named as PostgreSQL names them" }

function upgrade()
  execute [[
    create or replace function one() returns integer language sql as 'SELECT 1';
    CREATE UNLOGGED TABLE kept AS SELECT 1 AS n;
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
  ]]
  execute("CREATE OR REPLACE VIEW raw AS SELECT 1", { raw = true })
  -- a file has one path, however it is written
  execute_file("../sql/.//../sql/two.sql")
end
