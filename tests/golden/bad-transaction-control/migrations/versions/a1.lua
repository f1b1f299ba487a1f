revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute "BEGIN"
  execute [[
    SELECT 1;
    COMMIT;
  ]]
  execute "SAVEPOINT a"
  execute [[
    CREATE TABLE t (a integer);
    CREATE INDEX CONCURRENTLY ON t (a);
  ]]
  execute "VACUUM; SELECT 1"
end
